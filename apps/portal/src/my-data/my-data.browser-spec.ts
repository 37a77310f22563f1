import { readFileSync } from 'node:fs'
import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'
const [PHONE, OWN_PHONE, IDENTITY_NUMBER] = ['13900008000', '13900009000', '320200190001010012']

let stack: Stack
let portal: OpenPortal
let himself: OpenPortal
let personId: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  const employer = { name: '顾山医院', kind: 'hospital', level: 'TOWN', areaCode: '320281111', from: '2020-01-01' }
  const { employer: known } = await command<{ employer: { id: string } }>(portal, 'registerEmployer', employer, 'employer { id }')
  const homeJob = { employerId: known.id, title: 'hospital-head', from: '2020-01-01' }
  const consents = [{ purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-01-01' }]
  const person = { name: '单明远', phone: PHONE, identityNumber: IDENTITY_NUMBER, homeJob, consents }
  personId = (await command<{ person: { id: string } }>(portal, 'registerPerson', person, 'person { id }')).person.id
  const account = {
    name: 'shan.mingyuan',
    holder: '顾山医院 单明远',
    personId,
    grant: { role: 'DEPARTMENT_LINE_HEAD', from: '2026-01-01' },
  }
  const { invitation } = await command<{ invitation: string }>(portal, 'inviteAccount', account, 'invitation')
  himself = await openPortal(stack)
  await himself.context.request.post('/invitation/accept', { data: { invitation, new: PASSWORD } })
})
afterAll(async () => {
  await himself.close()
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const line = (page: Page) => page.locator('.access-lines li')

test('a number is shown after purpose and reason are said, for five minutes, and masked again at once when asked', async () => {
  const { page } = portal
  await page.goto(`/people/${personId}`)
  await heading(page, /^单明远/)
  await page.getByText('还没有人看过').waitFor()
  await page.getByRole('button', { name: '查看单明远的电话' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '查看单明远的电话' })
  const look = dialog.getByRole('button', { name: '查看', exact: true })
  expect(await look.isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
  await dialog.getByLabel('任职联系').check()
  await dialog.getByLabel('事由').fill('通知换届会议')
  await look.click()
  await page.getByText(PHONE).waitFor()
  await page.getByText(/^[45]:\d\d 后遮盖$/).waitFor()
  await line(page).filter({ hasText: '系统管理员 查看了电话 任职联系 · 通知换届会议' }).waitFor()
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(PHONE)
  await page.getByRole('button', { name: '现在遮盖' }).click()
  await page.getByText('139****8000').waitFor()
  expect(await page.getByText(PHONE).count()).toBe(0)
})

test('the person signs in, sees in plain what is kept and who looked, puts the phone right, and takes a copy', async () => {
  const { page } = himself
  await page.goto('/sign-in')
  await page.getByLabel('账户', { exact: true }).fill('shan.mingyuan')
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('link', { name: '我的信息' }).click()
  await heading(page, '单明远，系统保存的您的信息；有 1 次查看记录')
  await page.getByText(IDENTITY_NUMBER).waitFor()
  await line(page).filter({ hasText: '系统管理员 查看了电话 任职联系 · 通知换届会议' }).waitFor()
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByRole('textbox', { name: '电话' }).fill('12')
  await page.getByRole('button', { name: '保存电话' }).click()
  await page.getByRole('alert').getByText('电话号码有误').waitFor()
  await page.getByRole('textbox', { name: '电话' }).fill(OWN_PHONE)
  await page.getByRole('button', { name: '保存电话' }).click()
  await page.getByText(OWN_PHONE).waitFor()
  expect(await seriousFindings(himself)).toEqual([])
  const [readable] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载网页' }).click()])
  expect(readFileSync(await readable.path(), 'utf8')).toContain(`<td>${OWN_PHONE}</td>`)
  const [data] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 JSON' }).click()])
  expect(JSON.parse(readFileSync(await data.path(), 'utf8'))).toMatchObject({
    name: '单明远',
    phone: OWN_PHONE,
    accesses: [{ by: '系统管理员' }],
  })
})

test('the person withdraws the consent to be called: the officer sees no digit more and is not offered to call; agreed again, all is as it was', async () => {
  const own = himself.page
  await own.getByText('2026-01-01 同意').waitFor()
  await own.getByText('告知书（第 2 版）').press('Enter')
  await own.getByText('您可以随时撤回，撤回后不再显示').waitFor()
  expect(await seriousFindings(himself)).toEqual([])
  await own.getByRole('button', { name: '撤回同意：电话联系' }).press('Enter')
  await own.getByText('2026-06-30 已撤回同意').waitFor()
  const { page } = portal
  await page.goto(`/people/${personId}`)
  await page.getByText('未同意电话联系').waitFor()
  await page.getByText('***********', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: '查看单明远的电话' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('本人要求').waitFor()
  expect(await dialog.getByLabel('任职联系').count()).toBe(0)
  await dialog.getByRole('button', { name: '不查看' }).click()
  await own.getByRole('button', { name: '同意用于：电话联系' }).click()
  await own.getByText('2026-06-30 同意').waitFor()
})

test('a clerk notes the consent of a signed paper, and its withdrawal at the person’s word', async () => {
  const { page } = portal
  await page.goto(`/people/${personId}`)
  await page.getByText('登记同意').first().press('Enter')
  await page.getByLabel('同意用于：参加活动').check()
  await page.getByLabel('签字日期').fill('2026-06-01')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记同意' }).click()
  await page.getByText('2026-06-01 同意').waitFor()
  await page.getByText('签署纸质同意书，告知书第 1 版').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '登记撤回“参加活动”的同意' }).click()
  await page.getByText('2026-06-30 已撤回同意').waitFor()
})

test('the person asks to be erased; an officer finds the request, says why not, and the person reads it', async () => {
  await himself.page.getByRole('button', { name: '申请删除我的信息' }).click()
  await himself.page.getByText('您已于 2026-06-30 申请删除，正在办理。').waitFor()
  const { page } = portal
  await page.goto('/people')
  await page.getByLabel('只看申请删除的').click()
  await heading(page, /^1 人/)
  await page.getByRole('link', { name: '单明远' }).click()
  await page.getByRole('link', { name: '办理' }).click()
  await heading(page, '删除单明远的个人信息')
  await page.getByLabel('不同意的理由').fill('仍在代表任期内')
  await page.getByRole('button', { name: '不同意删除' }).click()
  await page.getByText('已答复本人').waitFor()
  await himself.page.reload()
  await himself.page.getByText('2026-06-30 答复不同意。理由：仍在代表任期内').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  for (const [as, path, title] of [
    [himself, '/my-data', /^单明远: what is kept of you/],
    [portal, `/people/${personId}`, /^单明远/],
    [portal, `/people/${personId}/erase`, 'Erase the personal data of 单明远'],
  ] as const) {
    const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as })
    await page.goto(path)
    await heading(page, title)
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(phone.complaints).toEqual([])
    await phone.close()
  }
})

test('before an erasure it is said what goes and what stays; afterwards the page says so, and the account is out', async () => {
  const { page } = portal
  await page.goto(`/people/${personId}`)
  await page.getByRole('link', { name: '删除个人信息' }).click()
  await page.getByText('1 个账户停用').waitFor()
  await page.getByText('1 段本职').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('radio', { name: '目的已实现' }).check()
  await page.getByRole('button', { name: '永久删除' }).click()
  await heading(page, '此人的个人信息已于 2026-06-30 删除')
  expect(await page.getByText('单明远').count()).toBe(0)
  expect(await page.getByRole('link', { name: '更正、换岗' }).count()).toBe(0)
  const out = himself.page.getByRole('heading', { level: 1, name: '登录' })
  for (const until = Date.now() + 6_000; !(await out.isVisible()) && Date.now() < until;) {
    await himself.page.goto('/my-data')
    await himself.page.getByRole('heading', { level: 1 }).waitFor()
  }
  expect(await out.isVisible()).toBe(true)
})

test('an account that is nobody’s is told so', async () => {
  await portal.page.goto('/my-data')
  await portal.page.getByText('您的账户没有关联人员').waitFor()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
