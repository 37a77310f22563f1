import { engines, type Stack, startStack } from '@sizhang/testing'
import mongoose from 'mongoose'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings } from '../browser-testing/portal'

const PASSWORD = 'three quiet words'
const HOUR = 3_600_000

let stack: Stack
let portal: OpenPortal
let elsewhere: OpenPortal
let database: mongoose.Connection
let secret: string
let recoveryCodes: string[]

beforeAll(async () => {
  stack = await startStack({ env: { SECOND_FACTOR: 'demanded' } })
  portal = await openPortal(stack)
  elsewhere = await openPortal(stack)
  database = mongoose.createConnection(engines().mongoUri, { dbName: `${stack.databasePrefix}membership` })
})
afterAll(async () => {
  await database.close()
  await elsewhere.close()
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const home = (page: Page) => page.getByRole('navigation', { name: '主导航' }).waitFor()
const collection = (name: string) => database.collection(name)
const statusOf = (page: Page) => page.evaluate(async () => (await fetch('/session')).status)

/** A code that was not used before: that of the next step of the clock. */
async function nextCode(): Promise<string> {
  await collection('accounts').updateMany({ secondFactor: { $exists: true } }, { $set: { 'secondFactor.lastStep': 0 } })
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate()
}

async function giveCredentials(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('账户', { exact: true }).fill('admin')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

async function signIn({ page }: OpenPortal): Promise<void> {
  await page.goto('/')
  await giveCredentials(page)
  await heading(page, '输入验证码')
  await page.keyboard.insertText(await nextCode())
  await page.keyboard.press('Enter')
  await home(page)
}

async function firstSignIn(page: Page): Promise<void> {
  await page.goto('/operation')
  await giveCredentials(page, stack.administrator.password)
  await page.getByLabel('现在的密码').fill(stack.administrator.password)
  await page.getByLabel('新密码', { exact: true }).fill('admin-2026-2026')
  await page.getByLabel('再输入一次新密码').fill('admin-2026-2026')
  await page.keyboard.press('Enter')
  await page.getByText('这个密码太容易被猜到').waitFor()
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次新密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
}

test('an administrator sets up a second factor before any page opens, and keeps the recovery codes', async () => {
  const { page } = portal
  await firstSignIn(page)
  await heading(page, '启用两步验证')
  expect(new URL(page.url()).pathname).toBe('/second-factor')
  await page.goto('/units')
  await heading(page, '启用两步验证')
  expect(await seriousFindings(portal)).toEqual([])
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
  const shown = async () => ((await page.locator('.second-factor-secret').textContent()) ?? '').replace(/\s/g, '')
  const first = await shown()
  await page.getByRole('button', { name: '换一个二维码' }).click()
  await page.getByLabel('现在的密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
  secret = await shown()
  expect(secret).not.toBe(first)
  expect(await seriousFindings(portal)).toEqual([])
  await page.keyboard.insertText(await nextCode())
  await page.keyboard.press('Enter')
  await heading(page, '两步验证已启用')
  recoveryCodes = await page.locator('.recovery-codes li').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  await portal.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制' }).click()
  await page.getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(recoveryCodes.join('\n'))
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '已经保存好' }).click()
  await home(page)
})

test('elsewhere the password alone opens nothing; a code with spaces does, and a wrong one is refused in words', async () => {
  const { page } = elsewhere
  await page.goto('/units')
  await giveCredentials(page)
  await heading(page, '输入验证码')
  expect(await page.evaluate(() => fetch('/session').then(({ status }) => status))).toBe(401)
  await page.keyboard.insertText('000 000')
  await page.keyboard.press('Enter')
  await page.getByText('验证码不正确、已过期或已用过').waitFor()
  expect(await seriousFindings(elsewhere)).toEqual([])
  const code = await nextCode()
  await page.getByLabel('验证码').fill('')
  await page.keyboard.insertText(` ${code.slice(0, 3)} ${code.slice(3)} `)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/units')
  await home(page)
})

test('a session elsewhere is seen and ended, and its next request is refused within five seconds', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '账户 admin' }).click()
  await heading(page, '账户 admin 的登录')
  await page.getByText('（本次登录）').waitFor()
  await page.getByText('还有 10 个恢复码').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await statusOf(elsewhere.page)
  await page.getByRole('button', { name: /^退出：Chrome · Linux · 127.0.0.1$/ }).click()
  await page.getByText('别处没有登录。').waitFor()
  const since = Date.now()
  while ((await statusOf(elsewhere.page)) !== 401) expect(Date.now() - since).toBeLessThan(5_000)
})

test('without the phone a recovery code signs in, once', async () => {
  const { page } = elsewhere
  const use = async (code = '') => {
    await page.goto('/sign-in')
    await giveCredentials(page)
    await page.getByRole('button', { name: '手机不在身边，用恢复码' }).click()
    await page.keyboard.insertText(code)
    await page.keyboard.press('Enter')
  }
  await use(recoveryCodes[0])
  await home(page)
  await page.getByRole('button', { name: '退出' }).click()
  await use(recoveryCodes[0])
  await page.getByText('验证码不正确、已过期或已用过').waitFor()
})

test('new recovery codes are made with the password, in the place of those before', async () => {
  const { page } = portal
  await page.reload()
  await page.getByText('还有 9 个恢复码').waitFor()
  await page.getByRole('button', { name: '重新生成' }).click()
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('.recovery-codes li').nth(9).waitFor()
  expect(await page.locator('.recovery-codes li').allTextContents()).not.toEqual(expect.arrayContaining([recoveryCodes[1]]))
  await page.getByRole('button', { name: '已经保存好' }).click()
  await page.getByText('还有 10 个恢复码').waitFor()
})

test('two tabs go on while the key is renewed; whoever comes with the key of before ends the session, and its owner reads so', async () => {
  const { page, context } = portal
  const cookie = async () => (await context.cookies()).find(({ name }) => name === 'sizhang-session')?.value ?? ''
  const backdate = (by: number) =>
    collection('sessions').updateMany({ 'keys.0': { $exists: true } }, [
      { $set: { keys: { $map: { input: '$keys', in: { key: '$$this.key', since: { $subtract: ['$$this.since', by] } } } } } },
    ])
  const second = await context.newPage()
  await second.goto('/my-sign-in')
  await heading(second, '账户 admin 的登录')
  const before = await cookie()
  await backdate(HOUR)
  await expectSoon(async () => {
    await Promise.all([statusOf(page), statusOf(second)])
    return (await cookie()) !== before
  })
  expect([await statusOf(page), await statusOf(second)]).toEqual([200, 200])
  await second.close()
  await expectSoon(async () => {
    await backdate(60_000)
    return (await fetch(`${stack.gateway}/session`, { headers: { cookie: `sizhang-session=${before}` } })).status === 401
  })
  await expectSoon(async () => (await statusOf(page)) === 401)
  await signIn(portal)
  await page.getByText('它的凭据从两处使用').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('alert').getByRole('button', { name: '知道了' }).click()
  await page.getByText('它的凭据从两处使用').waitFor({ state: 'detached' })
})

test('a lost second factor is taken away on the account’s page, after it was said what follows; from one’s own it is not', async () => {
  const { page } = portal
  const grant = { role: 'OPERATOR', from: '2026-01-01' }
  const input = { name: 'yunwei', holder: '信息中心 李强', grant }
  const { account } = await command<{ account: { id: string } }>(portal, 'inviteAccount', input, 'account { id }')
  const secondFactor = { sealed: '', lastStep: 0, recoveryCodes: [], since: new Date() }
  await collection('accounts').updateOne({ name: 'yunwei' }, { $set: { secondFactor } })
  await page.goto(`/accounts/${account.id}`)
  await page.getByText('已启用').waitFor()
  await page.getByRole('link', { name: '取消两步验证' }).click()
  await heading(page, '取消信息中心 李强的账户 yunwei 的两步验证')
  await page.getByText('以后只凭密码就能登录 yunwei').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '取消两步验证' }).click()
  await page.getByText('已取消信息中心 李强的账户 yunwei 的两步验证。').waitFor()
  await page.getByText('未启用').waitFor()
  const own = await collection('accounts').findOne({ name: 'admin' })
  await page.goto(`/accounts/${String(own?._id)}`)
  await page.getByText('已启用').waitFor()
  expect(await page.getByRole('link', { name: '取消两步验证' }).count()).toBe(0)
})

test('on a phone and in English nothing is cut off', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  for (const path of ['/my-sign-in', '/second-factor?next=/my-sign-in']) {
    await phone.page.goto(path)
    await phone.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await seriousFindings(phone)).toEqual([])
  }
  await phone.close()
})

async function expectSoon(condition: () => Promise<boolean>): Promise<void> {
  const since = Date.now()
  while (!(await condition())) expect(Date.now() - since).toBeLessThan(15_000)
}
