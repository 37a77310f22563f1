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
  await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

test('one tile an area, zones apart; a tile leads to the association or to the form that founds one', async () => {
  const { page } = portal
  await page.goto('/network')
  await page.getByRole('heading', { level: 1, name: '无锡市：3 个街道乡镇中 1 个已建科协，2 个空白' }).waitFor()
  await page.getByText('这不是地图').waitFor()
  await page.getByRole('button', { name: '临港经济开发区 功能区' }).waitFor()

  await page.getByRole('button', { name: /^顾山镇 已建/ }).click()
  const aside = page.getByRole('complementary', { name: '顾山镇' })
  await aside.getByRole('link', { name: '顾山镇科协' }).waitFor()
  await page.getByRole('button', { name: '云亭街道 空白' }).click()
  await page.getByRole('link', { name: '在此成立科协' }).waitFor()
  expect(new URL(page.url()).searchParams.get('area')).toBe('320281112')
  expect(await seriousFindings(portal)).toEqual([])
})

test('the tree is walked from the keyboard and opens at the area of the address', async () => {
  const { page } = portal
  await page.goto('/network?view=tree&area=320281111201')
  await page.getByRole('treeitem', { name: /红豆村 空白/, selected: true }).waitFor()
  await page.getByRole('tree').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '古塘村' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a phone shows the same in one column, with the navigation at its foot', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/network?level=VILLAGE&within=320281')
  await phone.page.getByRole('heading', { level: 1, name: '江阴市, Villages and communities: 0 of 2 are covered, 2 are blank' }).waitFor()
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
