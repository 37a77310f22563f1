import { type Stack, startStack } from '@sizhang/testing'
import type { Locator, Page } from 'playwright-core'
import { establish, loadAreas } from '../browser-testing/city'
import { pick, writeTime } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'

let stack: Stack
let portal: OpenPortal
let secretary: OpenPortal
let link: string
let address: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, '河埒街道科协', 'TOWN', '320211001', '2018-06-11')
  await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  secretary = await openPortal(stack)
})
afterAll(async () => {
  await secretary.close()
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' })
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row', { name })

test('before a secretary is invited it is said what the role lets do; afterwards the link is shown once, and kept nowhere', async () => {
  const { page } = portal
  await page.goto('/')
  await navigation(page).getByRole('link', { name: '账户与授权' }).click()
  await heading(page, /^1 个账户/)
  await page.getByRole('link', { name: '邀请账户' }).click()
  await heading(page, '邀请账户')
  await page.getByLabel('账户名').fill('helie.mishu')
  await page.getByLabel('使用人').fill('河埒街道科协 王芳')
  await pick(page.getByLabel('角色'), '乡镇', /乡镇/)
  await page.getByText('成立和撤销组织').waitFor()
  await pick(page.getByLabel('辖区（区划）'), 'hljd', /河埒街道/)
  await writeTime(page.getByLabel(/^至/), '2027-01-01')
  expect(await page.getByLabel('自', { exact: true }).inputValue()).toBe('2026-06-30')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '保存并生成链接' }).click()

  await heading(page, '河埒街道科协 王芳：已邀请，还没有设密码')
  link = await page.getByRole('textbox', { name: '给河埒街道科协 王芳的邀请链接' }).inputValue()
  address = page.url()
  await page.getByText('只在这里显示这一次，七天内有效，只能使用一次').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await portal.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制链接' }).click()
  await page.getByText('已复制').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  const secret = new URL(link).hash.slice(1)
  expect(secret.length).toBeGreaterThan(20)
  const kept = () => page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]))
  expect(await kept()).not.toContain(secret)
  await page.reload()
  await row(page, /乡镇（街道）科协秘书 河埒街道 2026-06-30 2027-01-01 有效/).waitFor()
  expect(await page.getByText('的邀请链接').count()).toBe(0)
})

test('who opens the link is greeted by name, and chooses a password that is long enough', async () => {
  const { page } = secretary
  await page.goto(link)
  await heading(page, '河埒街道科协 王芳，您好')
  expect(page.url()).toBe(`${stack.gateway}/invitation`)
  const choose = page.getByRole('button', { name: '设好密码' })
  await page.getByLabel('密码', { exact: true }).fill('short')
  await page.getByText('至少 12 个字符，现在 5 个。').waitFor()
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再输入一次密码').fill(`${PASSWORD}!`)
  await page.getByText('两次输入的密码不一样。').waitFor()
  expect(await choose.isDisabled()).toBe(true)
  await page.getByLabel('再输入一次密码').fill(PASSWORD)
  expect(await seriousFindings(secretary)).toEqual([])
  await choose.click()
  await page.waitForURL('**/sign-in')
  expect(await page.getByLabel('账户', { exact: true }).inputValue()).toBe('helie.mishu')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await navigation(page).waitFor()
})

test('the secretary sees her own street, and is offered nothing that she may not do', async () => {
  const { page } = secretary
  await navigation(page).getByRole('link', { name: '组织', exact: true }).click()
  await heading(page, /^1 个组织/)
  await page.getByRole('link', { name: '河埒街道科协' }).waitFor()
  await page.getByRole('link', { name: '成立组织' }).waitFor()
  expect(await page.getByText('顾山镇科协').count()).toBe(0)
  expect(await navigation(page).getByRole('link', { name: '账户与授权' }).count()).toBe(1)
  expect(await navigation(page).getByRole('link', { name: '运行状况' }).count()).toBe(0)
  await page.goto('/accounts/new')
  await page.getByLabel('角色').click()
  await page.locator('.ant-select-item-option', { hasText: '乡镇（街道）科协秘书' }).waitFor()
  expect(await page.locator('.ant-select-item-option', { hasText: '市科协管理员' }).count()).toBe(0)
  expect(secretary.complaints).toEqual([])
})

test('an address that is opened by hand says that there is no right to it', async () => {
  const { page } = secretary
  await page.goto('/operation')
  await page.getByRole('alert').getByText('您没有这项权限').waitFor()
  expect(await page.getByText('没有应答').count()).toBe(0)
})

test('a link that was used says so, with the way out', async () => {
  const other = await openPortal(stack, { width: 390 })
  await other.page.goto(link)
  await heading(other.page, '这个邀请链接不能用')
  await other.page.getByRole('alert').getByText('邀请链接已失效').waitFor()
  await other.page.getByRole('link', { name: '直接登录' }).click()
  await heading(other.page, '登录')
  await other.close()
})

test('a grant for the whole city from a later day on is to come, and can be ended before', async () => {
  const { page } = portal
  await page.goto(address)
  await page.getByRole('link', { name: '授权', exact: true }).click()
  await pick(page.getByLabel('角色'), '分析', /分析员/)
  await page.getByText('不能办理，只能查看。').waitFor()
  expect(await page.getByRole('button', { name: '授权' }).isDisabled()).toBe(true)
  await page.getByRole('radio', { name: '全市' }).check()
  await writeTime(page.getByLabel('自', { exact: true }), '2026-09-01')
  await page.getByRole('button', { name: '授权' }).click()
  await row(page, /分析员 全市 2026-09-01 没有截止日期 未开始 系统管理员/).waitFor()
  await page.getByRole('link', { name: '收回：分析员（全市）' }).click()
  await writeTime(page.getByLabel('收回日期'), '2026-08-01')
  await page.getByRole('button', { name: '收回授权' }).click()
  await row(page, /分析员 全市 2026-09-01 2026-08-01 已失效/).waitFor()
  expect(await page.getByRole('link', { name: '收回：分析员（全市）' }).count()).toBe(0)
})

test('within five seconds of the end of her grant the secretary’s next page says that she has no right', async () => {
  const { page } = portal
  await page.goto('/accounts')
  await row(page, /helie.mishu 河埒街道科协 王芳 使用中 乡镇（街道）科协秘书（河埒街道）/).waitFor()
  await page.getByRole('link', { name: 'helie.mishu' }).click()
  await page.getByRole('link', { name: '收回：乡镇（街道）科协秘书（河埒街道）' }).click()
  await heading(page, '收回河埒街道科协 王芳的授权：乡镇（街道）科协秘书（河埒街道）')
  await page.getByText('成立和撤销组织').waitFor()
  await page.getByRole('button', { name: '收回授权' }).click()
  await page.getByText('2026-06-30 起失效').waitFor()

  const until = Date.now() + 5_000
  const refused = secretary.page.getByRole('alert').getByText('您没有这项权限')
  do {
    await secretary.page.goto('/units')
    await refused
      .or(secretary.page.getByRole('link', { name: '河埒街道科协' }))
      .first()
      .waitFor()
  } while (!(await refused.isVisible()) && Date.now() < until)
  expect(await refused.isVisible()).toBe(true)
  expect(await secretary.page.getByText('河埒街道科协').count()).toBe(0)
  expect(await navigation(secretary.page).getByRole('link').count()).toBe(0)
})

test('before an account is closed it is said what ends; then it stands only among the closed ones', async () => {
  const { page } = portal
  await page.goto(address)
  await page.getByRole('button', { name: '重新发送邀请' }).click()
  await page.getByRole('textbox', { name: '给河埒街道科协 王芳的邀请链接' }).waitFor()
  await page.getByRole('link', { name: '停用账户' }).click()
  await page.getByText('还没有使用的邀请链接').waitFor()
  await page.getByRole('button', { name: '停用账户' }).click()
  await heading(page, '河埒街道科协 王芳：账户已停用')
  expect(await page.getByRole('link', { name: '授权', exact: true }).count()).toBe(0)
  await page.goto('/accounts')
  await heading(page, /^1 个账户/)
  await page.getByLabel('也显示已停用的').click()
  await row(page, /helie.mishu 河埒街道科协 王芳 已停用/).waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
  for (const [path, title] of [
    ['/accounts?closed=yes', /^2 accounts/],
    [new URL(address).pathname, /the account is closed$/],
    ['/accounts/new', 'Invite an account'],
  ] as const) {
    await page.goto(path)
    await heading(page, title)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
