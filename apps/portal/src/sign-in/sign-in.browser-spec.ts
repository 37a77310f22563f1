import { type Stack, startStack } from '@sizhang/testing'
import { type OpenPortal, openPortal, seriousFindings } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack()
  portal = await openPortal(stack)
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

test('nobody passes without signing in, and a wrong password is refused in words', async () => {
  const { page } = portal
  await page.goto('/blank-spots?level=VILLAGE')
  await page.getByLabel('账户', { exact: true }).fill('admin')
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(await seriousFindings(portal)).toEqual([])
})

test('the password that was handed out must be changed before any page opens, and the sign-in leads back to the page asked for', async () => {
  const { page } = portal
  const password = 'three quiet words'
  await page.goto('/blank-spots?level=VILLAGE')
  await page.getByLabel('账户', { exact: true }).fill(stack.administrator.account)
  await page.getByLabel('密码', { exact: true }).fill(stack.administrator.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '请先修改密码' }).waitFor()
  await page.getByLabel('现在的密码').fill(stack.administrator.password)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再输入一次新密码').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/blank-spots?level=VILLAGE')

  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.goto('/')
  await page.getByRole('heading', { name: '登录' }).waitFor()
})

test('the sign-in speaks English when asked to', async () => {
  const { page } = portal
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB')
})
