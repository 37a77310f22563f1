import { readFileSync } from 'node:fs'
import { type OpenPortal, openPortal, seriousFindings } from './portal'

/** A file as it is chosen. */
interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Makes files of one kind of list, by its columns. */
export const listFiles =
  (head: string) =>
  (name: string, ...rows: string[]): ChosenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from([head, ...rows].join('\n')) })

/** What an import's page is called, and what its file. */
interface ImportPage {
  /** Where the way to it begins. */
  from: string
  name: string
  heading: string
  head: string
}

/** Goes to an import as a clerk does: the page says what a file may be, its button is shut, and a file to begin with can be taken along. */
export async function goToImport(portal: OpenPortal, { from, name, heading, head }: ImportPage): Promise<void> {
  const { page } = portal
  await page.goto(from)
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByText(/最多 2 兆字节、5,000 行，每格最多 1,000 个字符/).waitFor()
  expect(await page.getByRole('button', { name }).isDisabled()).toBe(true)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载空白模板' }).click()])
  expect(readFileSync(await download.path(), 'utf8')).toBe(`\ufeff${head}\n`)
  expect(await seriousFindings(portal)).toEqual([])
}

/** Chooses a file with a wrong and a right row on a phone and in English: nothing is cut off, and the console stays clean. */
export async function importOnPhone(
  stack: Parameters<typeof openPortal>[0],
  portal: OpenPortal,
  { path, heading, label, file, shown }: { path: string; heading: string; label: string; file: ChosenFile; shown: [string, string] },
): Promise<void> {
  const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
  const [wrong, right] = shown
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.getByLabel(label).setInputFiles(file)
  await page.getByText(wrong).waitFor()
  await page.getByRole('heading', { name: right }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(phone.complaints).toEqual([])
  await phone.close()
}
