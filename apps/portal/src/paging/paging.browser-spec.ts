import { randomUUID } from 'node:crypto'
import { type Stack, startStack } from '@sizhang/testing'
import { ask } from '../browser-testing/city'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PERSONS = 230
const AT_ONCE = 23
const PAGE = 100
let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  for (let from = 0; from < PERSONS; from += AT_ONCE) await ask(portal, registrations(from))
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})
/** A document that registers some persons. */
function registrations(from: number): string {
  const one = (_: unknown, place: number) =>
    `m${place}: registerPerson(commandId: "${randomUUID()}", input: { name: "人员${from + place}" }) { version }`
  return `mutation { ${Array.from({ length: AT_ONCE }, one).join(' ')} }`
}

beforeEach(async () => {
  await portal.page.goto('/people')
  await portal.page.getByText(`已读 ${PAGE} 行，后面还有`).waitFor()
})

test('Excel gets the whole list, also what was not on the page yet', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByText(`共 ${PERSONS} 行`).waitFor()
})

test('so does paper', async () => {
  const { page } = portal
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))))
  await page.getByRole('button', { name: '打印' }).click()
  await page
    .locator('tbody tr')
    .nth(PERSONS - 1)
    .waitFor({ state: 'attached' })
  expect(await page.locator('tbody tr').count()).toBe(PERSONS)
})

test('a page more is read, or all of them', async () => {
  const { page } = portal
  await page.getByRole('button', { name: '再读一页' }).click()
  await page.getByText(`已读 ${2 * PAGE} 行，后面还有`).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '全部读入' }).click()
  await page.getByText(`共 ${PERSONS} 行`).waitFor()
})

test('when the rest does not come nothing is written, and it is said', async () => {
  const { page } = portal
  await page.route('**/graphql', (route) => route.abort())
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.getByText('没有读完，没有导出').waitFor()
  await page.unroute('**/graphql')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
})
