import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'
/** An identity number of 2015 that exists nowhere. */
const NUMBER = '32020020150101001X'

let stack: Stack
let portal: OpenPortal
let officer: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  const account = { name: 'kepu', holder: '科普部 卓立', grant: { role: 'POPULARISATION_OFFICER', from: '2026-01-01' } }
  const { invitation } = await command<{ invitation: string }>(portal, 'inviteAccount', account, 'invitation')
  officer = await openPortal(stack)
  await officer.context.request.post('/invitation/accept', { data: { invitation, new: PASSWORD } })
  await officer.page.goto('/sign-in')
  await officer.page.getByLabel('账户', { exact: true }).fill('kepu')
  await officer.page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await officer.page.getByRole('button', { name: '登录' }).click()
  await officer.page.getByRole('link', { name: '人员' }).waitFor()
})
afterAll(async () => {
  await officer.close()
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

test('a child is not registered before the guardian signed: the refusal says what to do, and then it is', async () => {
  const { page } = officer
  await page.goto('/people/new')
  await page.getByRole('textbox', { name: '姓名' }).fill('单小明')
  await page.getByLabel('身份证号').fill(NUMBER)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').getByText('须先取得监护人同意，未登记任何内容').waitFor()
  await page.getByLabel('未满十四周岁').check()
  await page.getByText('监护人告知书（第 2 版）').press('Enter')
  await page.getByText('未经您同意，系统不登记儿童的任何信息').waitFor()
  await page.getByLabel('监护人姓名').fill('欧阳守护')
  await page.getByLabel('监护人电话').fill('13900007000')
  await page.getByRole('radio', { name: '父母', exact: true }).check()
  expect(await page.getByRole('button', { name: '登记', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('监护人签字日期').fill('2026-06-01')
  await page.keyboard.press('Enter')
  expect(await seriousFindings(officer)).toEqual([])
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await heading(page, /^单小明/)
  await page.getByText('至 2029-01-02（不含）').waitFor()
  await page.getByText('欧阳守护（父母），2026-06-01 签字同意').waitFor()
  expect(await page.getByRole('button', { name: '查看单小明的身份证号' }).count()).toBe(0)
})

test('a look at the number waits until a second person approves, and then shows it', async () => {
  const { page } = portal
  await page.goto(officer.page.url())
  await heading(page, /^单小明/)
  await page.getByRole('button', { name: '查看单小明的身份证号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('选举、任命核验身份').check()
  await dialog.getByLabel('事由').fill('核对参赛资格')
  await dialog.getByRole('button', { name: '查看', exact: true }).click()
  await dialog.getByText('已提出申请，等待另一位负责人批准').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await dialog.getByRole('button', { name: '不查看' }).click()
  await officer.page.goto('/people')
  await officer.page.getByRole('link', { name: '待批准的查看' }).click()
  await heading(officer.page, '1 个查看儿童号码的申请待批准')
  await officer.page.getByText('系统管理员 申请查看单小明的身份证号').waitFor()
  expect(await seriousFindings(officer)).toEqual([])
  await officer.page.getByRole('button', { name: '批准系统管理员的申请' }).press('Enter')
  await heading(officer.page, '没有待批准的查看')
  await page.reload()
  await page.getByRole('button', { name: '查看单小明的身份证号' }).click()
  await dialog.getByRole('button', { name: '已批准，查看' }).click()
  await page.getByText(NUMBER).waitFor()
  await page.getByText('经科普部 卓立批准').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  const path = new URL(officer.page.url()).pathname
  for (const [at, title] of [
    [new URL(portal.page.url()).pathname, /^单小明/],
    [path, 'No look waits for approval'],
  ] as const) {
    const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
    await page.goto(at)
    await heading(page, title)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(phone.complaints).toEqual([])
    await phone.close()
  }
})

test('the console stays clean and no other host is asked', () => {
  expect([...portal.complaints, ...officer.complaints]).toEqual([])
})
