import { type IdentityProviderUnderTest, type Stack, startIdentityProvider, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'three quiet words'
const BUTTON = '用无锡市统一身份认证登录'

let provider: IdentityProviderUnderTest
let stack: Stack
let portal: OpenPortal
let elsewhere: OpenPortal

beforeAll(async () => {
  provider = await startIdentityProvider()
  stack = await startStack({ port: provider.portalPort, env: provider.settings })
  portal = await openPortal(stack)
  elsewhere = await openPortal(stack)
  await signInFirst(portal, stack, PASSWORD)
})
afterAll(async () => {
  await elsewhere.close()
  await portal.close()
  await stack.stop()
  await provider.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const home = (page: Page) => page.getByRole('navigation', { name: '主导航' }).waitFor()

/** Says at the provider who one is there. */
async function sayWho(page: Page, subject: string): Promise<void> {
  await heading(page, 'Identity provider')
  await page.getByLabel('Subject').fill(subject)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('an owner links the account under “My sign-in”, with the password once more', async () => {
  const { page } = portal
  await page.goto('/my-sign-in')
  await page.getByText('没有关联。关联后，也可以用无锡市统一身份认证登录。').waitFor()
  await page.getByRole('button', { name: '关联', exact: true }).click()
  await page.keyboard.insertText('not the password')
  await page.keyboard.press('Enter')
  await page.getByText('现在的密码不正确').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByLabel('现在的密码').first().fill(PASSWORD)
  await page.getByRole('button', { name: '前往无锡市统一身份认证' }).click()
  await sayWho(page, 'subject-of-admin')
  await page.waitForURL('**/my-sign-in')
  await page.getByText(/关联：除密码外，也可以用无锡市统一身份认证登录/).waitFor()
})

test('elsewhere the button signs in, and leads on to the page that was asked for; the code is gone from the address', async () => {
  const { page } = elsewhere
  await page.goto('/units?on=2026-01-01')
  await heading(page, '登录')
  await page.getByRole('button', { name: BUTTON }).waitFor()
  expect(await seriousFindings(elsewhere)).toEqual([])
  await page.getByRole('button', { name: BUTTON }).click()
  await sayWho(page, 'subject-of-admin')
  await page.waitForURL('**/units?on=2026-01-01')
  await home(page)
  await page.getByRole('button', { name: '退出' }).click()
  await heading(page, '登录')
})

test('who is linked to no account reads what to do, and is nobody', async () => {
  const stranger = await openPortal(stack)
  await stranger.page.goto('/sign-in')
  await stranger.page.getByRole('button', { name: BUTTON }).click()
  await sayWho(stranger.page, 'subject-of-nobody')
  await heading(stranger.page, '没有登录成功')
  await stranger.page.getByText('您在统一身份认证中的身份还没有关联账户').waitFor()
  expect(new URL(stranger.page.url()).search).toBe('')
  expect(await seriousFindings(stranger)).toEqual([])
  await stranger.page.getByRole('link', { name: '返回登录页' }).click()
  await heading(stranger.page, '登录')
  await stranger.close()
})

test('an address of the return that nobody asked for signs nobody in', async () => {
  const stranger = await openPortal(stack)
  await stranger.page.goto('/sign-in/provider/return?code=made-up&state=made-up')
  await stranger.page.getByText('统一身份认证没有成功').waitFor()
  await stranger.close()
})

test('an invitation is accepted by the provider; the administrator sees it on the account, and unlinks it after it was said what follows', async () => {
  const grant = { role: 'ANALYST', from: '2026-01-01' }
  const input = { name: 'helie.mishu', holder: '河埒街道科协 王芳', grant }
  const { account, invitation } = await command<{ account: { id: string }; invitation: string }>(
    portal,
    'inviteAccount',
    input,
    'account { id } invitation',
  )
  const invited = await openPortal(stack)
  await invited.page.goto(`/invitation#${invitation}`)
  await heading(invited.page, '河埒街道科协 王芳，您好')
  await invited.page.getByRole('button', { name: '不设密码，用无锡市统一身份认证接受邀请' }).click()
  await sayWho(invited.page, 'subject-of-wangfang')
  await home(invited.page)
  await invited.page.goto('/my-sign-in')
  await invited.page.getByText(/这个账户没有密码，只用无锡市统一身份认证登录/).waitFor()
  expect(await invited.page.getByLabel('现在的密码').count()).toBe(0)
  expect(await seriousFindings(invited)).toEqual([])
  await invited.page.goto('/second-factor')
  await invited.page.getByText(/您的账户没有密码，只用统一身份认证登录/).waitFor()
  expect(await invited.page.getByLabel('现在的密码').count()).toBe(0)
  expect(await seriousFindings(invited)).toEqual([])

  const { page } = portal
  await page.goto(`/accounts/${account.id}`)
  await page.getByRole('link', { name: '解除关联' }).click()
  await heading(page, '解除河埒街道科协 王芳的账户 helie.mishu 与统一身份认证的关联')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '解除关联' }).click()
  await page.getByText('已解除河埒街道科协 王芳的账户 helie.mishu 与统一身份认证的关联。').waitFor()
  await invited.close()
})

test('on a phone and in English nothing is cut off', async () => {
  const stranger = await openPortal(stack, { width: 390, language: 'en' })
  await stranger.page.goto('/sign-in')
  await stranger.page.getByRole('button', { name: 'Sign in with the Wuxi identity provider' }).waitFor()
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/my-sign-in')
  await phone.page.getByRole('heading', { level: 2, name: 'the Wuxi identity provider' }).waitFor()
  for (const one of [stranger, phone]) {
    expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await seriousFindings(one)).toEqual([])
    await one.close()
  }
})

test('while the provider is away the button says so, and the password goes on', async () => {
  await provider.stop()
  const { page } = elsewhere
  await page.goto('/sign-in')
  await page.getByRole('button', { name: BUTTON }).click()
  await page.getByText('统一身份认证暂时没有应答').waitFor()
  await page.getByText('请稍后再试，或用账户和密码登录。').waitFor()
  expect(await seriousFindings(elsewhere)).toEqual([])
  await page.getByLabel('账户', { exact: true }).fill('admin')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await home(page)
})

test('the owner unlinks the account with the password', async () => {
  const { page } = portal
  await page.goto('/my-sign-in')
  await page.getByRole('button', { name: '解除关联' }).click()
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('没有关联。关联后，也可以用无锡市统一身份认证登录。').waitFor()
})
