import { type Stack, startStack } from '@sizhang/testing'
import type { Locator, Page } from 'playwright-core'
import { establish, loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { enter, pick, writeTime } from '../browser-testing/keyboard'
import { acceptInvitation, type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'
const SECRETARY = '河埒街道科协 王芳'
const ROLE = '乡镇（街道）科协秘书（河埒街道）'

let stack: Stack
let first: OpenPortal
let second: OpenPortal
let secretary: OpenPortal
let unit: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30', env: { ADMINISTRATION: 'four-eyes' } })
  first = await openPortal(stack)
  await signInFirst(first, stack, 'three quiet words')
  await loadAreas(first)
  await establish(first, '河埒街道科协', 'TOWN', '320211001', '2018-06-11')
  await establish(first, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  second = await openPortal(stack)
  secretary = await openPortal(stack)
})
afterAll(async () => {
  for (const portal of [secretary, second, first]) await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const row = (page: Page, name: string | RegExp): Locator => page.getByRole('row', { name })

/** Fills in who is invited; answers the link once the account is opened. */
async function invite({ page }: OpenPortal, name: string, holder: string, grant: () => Promise<void>): Promise<string> {
  await page.goto('/accounts/new')
  await page.getByLabel('账户名').fill(name)
  await page.getByLabel('使用人').fill(holder)
  await grant()
  await page.getByRole('button', { name: '保存并生成链接' }).click()
  await heading(page, `${holder}：已邀请，还没有设密码`)
  return page.getByRole('textbox', { name: `给${holder}的邀请链接` }).inputValue()
}

/** Has a colleague act in her place for a month, with her only grant. */
async function delegate(page: Page, to: string): Promise<void> {
  await page.goto('/my-delegations')
  await enter(page.getByRole('link', { name: '设定代理' }))
  await page.getByLabel('代理人的账户名').fill(to)
  await pick(page.getByLabel('委托哪一项'), '乡镇', /乡镇/)
  await writeTime(page.getByLabel('至', { exact: true }), '2026-07-31')
  await page.getByRole('radio', { name: '外出或休假' }).check()
  await enter(page.getByRole('button', { name: '设定代理' }))
  await page.getByText(`已委托 ${to} 代理`).waitFor()
}

test('the second administrator is invited by one alone, who is told that this is so', async () => {
  const { page } = first
  const link = await invite(first, 'guan.li', '市科协 李管理', async () => {
    await pick(page.getByLabel('角色'), '管理员', /市科协管理员/)
    await page.getByText('还没有第二位管理员，这一次由您一人授予即有效').waitFor()
    expect(await seriousFindings(first)).toEqual([])
  })
  await row(page, /市科协管理员 全市 .* 有效/).waitFor()
  await acceptInvitation(second, link, PASSWORD)
})

test('from then on what administrates waits for a second account, and its effect is said before it is saved', async () => {
  const { page } = first
  const link = await invite(first, 'helie.mishu', SECRETARY, async () => {
    await pick(page.getByLabel('角色'), '乡镇', /乡镇/)
    await pick(page.getByLabel('辖区（区划）'), 'hljd', /河埒街道/)
    await page.getByText('要由另一位有同样权限的人在七天内确认').waitFor()
    await page.getByText('能看到组织 1 个（含已撤销的）、人员 0 人。').waitFor()
  })
  await page.getByText('等他人确认').waitFor()
  await acceptInvitation(secretary, link, PASSWORD)
  expect(await secretary.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '组织', exact: true }).count()).toBe(0)
})

test('who proposed it may withdraw it, and is offered nothing else', async () => {
  const { page } = first
  await page.goto('/accounts')
  await enter(page.getByRole('link', { name: `${SECRETARY}：${ROLE}` }))
  await heading(page, `${SECRETARY}：${ROLE}，待确认`)
  await page.getByRole('button', { name: '撤回授权' }).waitFor()
  expect(await page.getByRole('button', { name: '确认授权' }).count()).toBe(0)
  expect(await seriousFindings(first)).toEqual([])
})

test('the second administrator finds it on the first page, sees what it lets do, and confirms it', async () => {
  const { page } = second
  await page.goto('/')
  await page.getByRole('heading', { name: '1 项授权待确认' }).waitFor()
  await enter(page.getByRole('link', { name: `${SECRETARY}：${ROLE}` }))
  await page.getByText('成立和撤销组织').waitFor()
  expect(await page.getByRole('button', { name: '撤回授权' }).count()).toBe(0)
  expect(await seriousFindings(second)).toEqual([])
  await enter(page.getByRole('button', { name: '确认授权' }))
  await row(page, /乡镇（街道）科协秘书 河埒街道 .* 有效 系统管理员（市科协 李管理确认）/).waitFor()
  await secretary.page.goto('/units')
  await heading(secretary.page, /^1 个组织/)
})

test('a proposal that was decided on meanwhile says so', async () => {
  const { page } = first
  await page.goto('/accounts')
  expect(await page.getByText('项授权待确认').count()).toBe(0)
  await page.goBack()
  await page.reload()
  await heading(page, `${SECRETARY}：这项授权已不待确认`)
})

test('why the secretary may, and why not, is told with the grant and who gave and confirmed it', async () => {
  const { page } = second
  await page.goto('/units')
  await page.getByRole('link', { name: '顾山镇科协' }).click()
  await heading(page, /顾山镇科协/)
  const other = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.goto('/units')
  await page.getByRole('link', { name: '河埒街道科协' }).click()
  await heading(page, /河埒街道科协/)
  unit = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'helie.mishu' }).click()
  await enter(page.getByRole('link', { name: '为什么可以，或者不可以' }))
  await heading(page, `${SECRETARY}为什么可以，或者不可以`)
  await pick(page.getByLabel('权限'), '成立', /成立和撤销组织/)
  await page.getByRole('heading', { name: '不可以：成立和撤销组织' }).waitFor()
  await page.getByText('有这项权限，但不在这里').waitFor()
  // The choice stands in the address, which follows a moment later: `check` looks for it at once.
  await page.getByRole('radio', { name: '一个组织' }).click()
  await pick(page.getByLabel('一个组织').last(), 'hljd', /河埒街道科协/)
  await page.getByRole('heading', { name: '可以：成立和撤销组织' }).waitFor()
  await page.getByText(/系统管理员授予 · 市科协 李管理确认/).waitFor()
  expect(await seriousFindings(second)).toEqual([])
  await page.goto(`${page.url().replace(unit, other)}`)
  await page.getByRole('heading', { name: '不可以：成立和撤销组织' }).waitFor()
})

test('who may see a unit is told by account, with what lets each', async () => {
  const { page } = second
  await page.goto(`/units/${unit}`)
  await enter(page.getByRole('link', { name: '谁能看到这个组织' }))
  await heading(page, '今天有 3 个账户能看到“河埒街道科协”')
  await page.getByRole('heading', { name: SECRETARY }).waitFor()
  expect(await seriousFindings(second)).toEqual([])
})

test('the secretary has a colleague act in her place for a month; either of them ends it', async () => {
  const { page } = secretary
  await page.goto('/my-sign-in')
  await enter(page.getByRole('link', { name: '我的代理' }))
  await heading(page, '委托他人代理 0 项，代理他人 0 项')
  await delegate(page, 'guan.li')
  expect(await seriousFindings(secretary)).toEqual([])
  await row(page, /guan\.li 乡镇（街道）科协秘书 河埒街道 2026-06-30 2026-07-31 外出或休假 有效/).waitFor()
  await second.page.goto('/my-delegations')
  await enter(second.page.getByRole('button', { name: `终止代理：${SECRETARY}，${ROLE}` }))
  await row(second.page, /已结束/).waitFor()
  expect(secretary.complaints).toEqual([])
})

/** Opens the list of units until it has so many: a gateway asks anew every four seconds what somebody may. */
async function seesWithinFiveSeconds(page: Page, count: number): Promise<void> {
  const from = Date.now()
  for (;;) {
    const asked = Date.now()
    await page.goto('/units')
    await heading(page, /^\d 个组织/)
    const units = Number.parseInt((await page.getByRole('heading', { level: 1 }).textContent()) ?? '', 10)
    if (units === count) return
    // However long the page takes: what is asked for later than that has to be right.
    expect(asked - from).toBeLessThan(5_000)
  }
}

test('a deputy sees what is delegated within five seconds, and within five seconds of the end of her own grant nothing of it any more', async () => {
  const grant = { role: 'MEMBER', areaCode: '320281111', from: '2026-01-01' }
  const invited = { name: 'dai.li', holder: '代理人 赵敏', grant }
  const { invitation } = await command<{ invitation: string }>(first, 'inviteAccount', invited, 'invitation')
  const deputy = await openPortal(stack)
  await acceptInvitation(deputy, `/invitation#${invitation}`, PASSWORD)
  await delegate(secretary.page, 'dai.li')
  await seesWithinFiveSeconds(deputy.page, 2)

  const { page } = first
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'helie.mishu' }).click()
  await page.getByRole('link', { name: `收回：${ROLE}` }).click()
  await page.getByRole('button', { name: '收回授权' }).click()
  await row(page, /乡镇（街道）科协秘书 河埒街道 .* 已失效/).waitFor()
  await seesWithinFiveSeconds(deputy.page, 1)
  await deputy.page.goto('/my-delegations')
  await row(deputy.page, /无效：被代理人已无此权限/).waitFor()
  await deputy.close()
})

test('on a phone, in English, nothing is cut off', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: second })
  for (const [path, title] of [
    ['/my-delegations', /^0 delegations/],
    ['/my-rights?verb=units.write', 'Why I may, or may not'],
    [`/units/${unit}/seen-by`, /^2 accounts may see/],
  ] as const) {
    await phone.page.goto(path)
    await heading(phone.page, title)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect([first.complaints, second.complaints]).toEqual([[], []])
})
