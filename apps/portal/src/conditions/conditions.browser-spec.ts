import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal
let unit: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  unit = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  await establish(portal, '云亭街道科协', 'TOWN', '320281112', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string, level = 1) => portal.page.getByRole('heading', { level, name }).waitFor()

/** Chooses by typing in a list that opens. */
async function choose(label: string, name: string): Promise<void> {
  const { page } = portal
  await page.getByLabel(label, { exact: true }).fill(name)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

/** A photo of a page, by its first bytes. */
const photo = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(name)]) })

async function note(kind: string, label: string, value: string, from: string, paper: string, scans: object[] = []): Promise<void> {
  const { page } = portal
  await page.goto(`/units/${unit}/conditions/new`)
  await choose('类别', kind)
  await page.getByLabel(label).fill(value)
  await page.getByLabel('起始日期').fill(from)
  await page.keyboard.press('Enter')
  await choose('依据类别', '调查')
  await page.getByLabel('依据', { exact: true }).fill(paper)
  if (scans.length > 0) await page.getByLabel('扫描件').setInputFiles(scans as [])
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText(`已登记：${kind}，自 ${from}。`).waitFor()
}

test('of a unit of which nothing was noted all four are unknown, on its page and in the report', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}`)
  await heading('四缺：4 项未知，没有已知的缺项', 2)
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/reports?view=lacks')
  await heading('2 个街道乡镇组织的四缺：缺编制 0、缺经费 0、缺办公场所 0、缺工作人员 0')
  expect(await seriousFindings(portal)).toEqual([])
})

test('posts of none are a lack from that day, premises are none; both stand with day and evidence', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}`)
  await page.getByRole('link', { name: '登记条件' }).click()
  await heading('登记顾山镇科协的条件')
  expect(await seriousFindings(portal)).toEqual([])
  await note('编制', '数量', '0', '2025-01-01', '摸底调查表')
  await note('办公场所', '面积（平方米）', '60.5', '2025-01-01', '摸底调查表', [photo('房产证.jpg')])
  await heading('四缺：缺编制；2 项未知', 2)
  await page.getByText('60.5 平方米').waitFor()
  await page.getByText('自 2025-01-01 调查《摸底调查表》').first().waitFor()
})

test('the same day twice is refused at the day, with the way out', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}/conditions/new?kind=posts`)
  await page.getByLabel('数量').fill('3')
  await page.getByLabel('起始日期').fill('2025-01-01')
  await page.keyboard.press('Enter')
  await choose('依据类别', '走访')
  await page.getByLabel('依据', { exact: true }).fill('走访记录')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('这一类自 2025-01-01 起的情况已经登记过').waitFor()
  await page.getByText('可以这样做：登记有误的，请更正那一条').waitFor()
})

test('the figure leads to the unit that lacks posts; the year before nothing was known', async () => {
  const { page } = portal
  await page.goto('/reports?view=lacks')
  await heading('2 个街道乡镇组织的四缺：缺编制 1、缺经费 0、缺办公场所 0、缺工作人员 0')
  await page
    .getByRole('row', { name: /^缺编制/ })
    .getByRole('link', { name: '1', exact: true })
    .first()
    .click()
  const row = page.getByRole('row', { name: /^顾山镇科协/ })
  await row.waitFor()
  expect(await row.getByRole('cell').allTextContents()).toEqual(['顾山镇', '缺', '未知', '不缺', '未知'])
  expect(await page.getByRole('row', { name: /^云亭街道科协/ }).count()).toBe(0)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toMatch(/^四缺.*\.xlsx$/)
  await page.goto('/reports?view=lacks&on=2024-12-31')
  await heading('2 个街道乡镇组织的四缺：缺编制 0、缺经费 0、缺办公场所 0、缺工作人员 0')
})

test('a slip is corrected with its reason: both notes stay to be read, and the lack is gone', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}`)
  await page.getByRole('link', { name: '登记历史' }).click()
  await heading('顾山镇科协的条件：共登记 2 次')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('link', { name: '更正 2025-01-01 的编制' }).click()
  await heading('更正顾山镇科协的登记：编制 0，自 2025-01-01')
  await page.getByLabel('更正原因').fill('漏看批复')
  await page.getByLabel('数量').fill('2')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '更正' }).click()
  await heading('顾山镇科协的条件：共登记 3 次')
  await page.getByText('已更正：漏看批复').waitFor()
  await page.getByRole('link', { name: '返回组织' }).click()
  await heading('四缺：2 项未知，没有已知的缺项', 2)
})

test('the scan that came with a note is found from the history, and another note gets one later', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}/conditions`)
  await page.getByRole('link', { name: '2025-01-01 的办公场所：扫描件' }).click()
  await heading('顾山镇科协：办公场所 60.5 平方米（自 2025-01-01）的扫描件')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '房产证' }).click()])
  expect(download.suggestedFilename()).toBe('房产证.jpg')
  await page.getByRole('link', { name: '返回登记历史' }).click()
  await page.getByRole('link', { name: '2025-01-01 的编制：扫描件' }).first().click()
  await page.getByText('未附扫描件').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: /^给“编制 .*”附上扫描件$/ }).click()
  await page.getByLabel('扫描件', { exact: true }).setInputFiles(photo('批复.jpg'))
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.getByRole('link', { name: '批复', exact: true }).waitFor()
})

test('a phone shows conditions and the report in one column, in English too', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  const fits = async () => expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await phone.page.goto(`/units/${unit}`)
  await phone.page.getByRole('heading', { level: 2, name: 'Four lacks: 2 unknown, none known' }).waitFor()
  await fits()
  await phone.page.goto(`/units/${unit}/conditions`)
  await phone.page.getByText('Survey: 摸底调查表').first().waitFor()
  await fits()
  await phone.page.goto('/reports?view=lacks')
  await phone.page.getByRole('heading', { level: 1, name: /Streets and towns: 2 units; No posts 0/ }).waitFor()
  await fits()
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
