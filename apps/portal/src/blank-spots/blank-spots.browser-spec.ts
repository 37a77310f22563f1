import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, '红豆村科协', 'VILLAGE', '320281111201', '2020-01-01')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

test('blank spots are listed by level and county, without zones and placeholder rows', async () => {
  const { page } = portal
  await page.goto('/blank-spots?level=VILLAGE')
  await page.getByRole('heading', { level: 1, name: '4 个村社区中，3 个空白' }).waitFor()
  expect(await page.getByRole('row').count()).toBe(1 + 3)
  await page.getByRole('navigation', { name: '范围' }).getByRole('link', { name: '江阴市' }).click()
  await page.getByRole('heading', { level: 1, name: '江阴市 2 个村社区中，1 个空白' }).waitFor()
  await page.getByRole('rowheader', { name: '古塘村' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('order and filter stand in the address, so that a link opens the same list', async () => {
  const { page } = portal
  await page.goto('/blank-spots?level=VILLAGE&sort=-name&f.county=滨湖区')
  await page.getByText('3 行中的 2 行').waitFor()
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['水秀社区', '惠河社区'])
  await page.getByRole('button', { name: '取消筛选' }).click()
  await page.getByText('共 3 行').waitFor()
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-name')
})

test('the list is saved as Excel and leads to the form with the area filled in', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toBe('村社区空白点 2026-06-30.xlsx')
  await page.getByRole('link', { name: '在古塘村成立科协' }).click()
  await page.waitForURL('**/units/new?area=320281111202')
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
