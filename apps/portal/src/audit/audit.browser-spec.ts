import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { establish, loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import operations from '../../operations.json'
import { acceptInvitation, type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'

let stack: Stack
let portal: OpenPortal
let auditor: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, '河埒街道科协', 'TOWN', '320211001', '2018-06-11')
  const grant = { role: 'AUDITOR', from: '2026-06-30' }
  const invited = { name: 'shenji', holder: '审计员 李静', grant }
  const { invitation } = await command<{ invitation: string }>(portal, 'inviteAccount', invited, 'invitation')
  auditor = await openPortal(stack)
  await acceptInvitation(auditor, `/invitation#${invitation}`, PASSWORD)
})
afterAll(async () => {
  await auditor.close()
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

test('the auditor sees who signed in and let whom in, when and from where, the latest first', async () => {
  const { page } = auditor
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计' }).click()
  await heading(page, '成员服务的审计，最新的在前')
  await row(page, /\d 2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d 审计员 李静（shenji） 登录 .*已办理 127\.0\.0\.1/).waitFor()
  await row(page, /系统管理员（admin） 邀请账户/).waitFor()
  expect(await seriousFindings(auditor)).toEqual([])
})

test('she narrows it by service, account and day, and what fits nothing says so', async () => {
  const { page } = auditor
  await page.getByRole('combobox', { name: '服务' }).selectOption({ label: '组织' })
  await heading(page, '组织服务的审计，最新的在前')
  await row(page, /系统管理员（admin） 成立组织/).waitFor()
  await page.getByRole('combobox', { name: '账户' }).selectOption({ label: '审计员 李静（shenji）' })
  await page.getByText('没有符合条件的条目。').waitFor()
  await page.getByRole('combobox', { name: '账户' }).selectOption({ label: '全部' })
  await row(page, /导入区划/).waitFor()
  await page.goto('/audit?to=2026-01-01')
  await page.getByText('没有符合条件的条目。').waitFor()
})

test('she finds what was refused to somebody by the id of the record', async () => {
  const { page } = auditor
  const unit = await establish(portal, '云亭街道科协', 'TOWN', '320281112', '2018-06-11')
  // As a page would send it: in her own words an auditor asks nothing.
  const query = Object.values(operations).find((text) => text.startsWith('mutation DissolveUnit('))
  const variables = { commandId: '00000000-0000-4000-8000-000000000001', input: { unitId: unit, on: '2026-06-30', reason: '撤并' } }
  const answer = await auditor.context.request.post('/graphql', { data: { query, variables } })
  expect(JSON.stringify(await answer.json())).toContain('FORBIDDEN')
  await page.goto('/audit?service=organization')
  await page.getByRole('searchbox', { name: '对象编号' }).fill(unit)
  await row(page, /审计员 李静（shenji） 撤销组织 .*已拒绝：FORBIDDEN/).waitFor()
  await page.getByText('共 2 行').waitFor()
  expect(await row(page, /成立组织/).count()).toBe(1)
})

test('she gets what she sees as an Excel file', async () => {
  const { page } = auditor
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Excel/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^审计 组织.*\.xlsx$/)
})

test('who administrates is offered no audit, and told by its address that it is not hers', async () => {
  const { page } = portal
  await page.goto('/audit')
  await page
    .getByText(/没有这项权限|无权/)
    .first()
    .waitFor()
  expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审计' }).count()).toBe(0)
})

test('neither the auditor’s browser nor the administrator’s complained', () => {
  expect(auditor.complaints).toEqual([])
})
