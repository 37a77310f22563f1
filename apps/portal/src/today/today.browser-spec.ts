import { type Stack, startStack } from '@sizhang/testing'
import { ask, establish, loadAreas } from '../browser-testing/city'
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

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name })

test('the heading says how far the network reaches; another day shows another figure and says so', async () => {
  const { page } = portal
  await page.goto('/')
  await heading('3 个街道乡镇中 1 个已建科协，2 个空白').waitFor()
  await page.goto('/?on=2018-06-10')
  await heading('3 个街道乡镇中 0 个已建科协，3 个空白').waitFor()
  await page.getByText('您正在看 2018-06-10 的情况').waitFor()
  await page.getByRole('button', { name: '回到今天' }).click()
  await heading('3 个街道乡镇中 1 个已建科协，2 个空白').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a fact appears with its names by itself, and none is lost or doubled over a reconnect', async () => {
  const { page } = portal
  await page.goto('/')
  await page.getByText('实时').waitFor()
  await establish(portal, '河埒街道科协', 'TOWN', '320211001', '2026-06-01')
  await page.getByText('河埒街道科协 成立').waitFor()
  await stack.restart('gateway')
  await establish(portal, '云亭街道科协', 'TOWN', '320281112', '2026-06-01')
  await page.getByText('云亭街道科协 成立').waitFor()
  expect(await page.getByText('河埒街道科协 成立').count()).toBe(1)
  expect(await page.getByText('云亭街道科协 成立').count()).toBe(1)
})

test('everything is found from the keyboard: Ctrl K, pinyin, Enter', async () => {
  const { page } = portal
  await page.goto('/')
  await heading('3 个街道乡镇中 3 个已建科协，0 个空白').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '查找' }).fill('kongbaidian')
  await page.getByRole('option', { name: /空白点/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/blank-spots')
})

test('the console stays clean and no other host is asked', async () => {
  const { me } = await ask<{ me: { name: string } }>(portal, '{ me { name } }')
  expect(me.name).toBe(stack.administrator.account)
  expect(portal.complaints.filter((complaint) => !complaint.includes('WebSocket'))).toEqual([])
})
