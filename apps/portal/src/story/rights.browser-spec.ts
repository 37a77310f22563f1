import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { engines, type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { establish, loadAreas } from '../browser-testing/city'
import { command, openCommittee, registerHead } from '../browser-testing/commands'
import { acceptInvitation, type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const PASSWORD = 'streets and schools'
const PHONE = '13900008000'
const TODAY = '2026-06-30'

let stack: Stack
let administrator: OpenPortal
let secretary: OpenPortal
let head: OpenPortal
let auditor: OpenPortal
let neighbour: string
let appointmentId: string

/** Has somebody in by a link of his own, as he would come in himself. */
async function letIn(name: string, holder: string, grant: object, personId?: string): Promise<OpenPortal> {
  const input = { name, holder, grant, ...(personId ? { personId } : {}) }
  const { invitation } = await command<{ invitation: string }>(administrator, 'inviteAccount', input, 'invitation')
  const opened = await openPortal(stack)
  await acceptInvitation(opened, `/invitation#${invitation}`, PASSWORD)
  return opened
}

beforeAll(async () => {
  stack = await startStack({ today: TODAY })
  administrator = await openPortal(stack)
  await signInFirst(administrator, stack, 'three quiet words')
  await loadAreas(administrator)
  const town = await establish(administrator, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  neighbour = await establish(administrator, '河埒街道科协', 'TOWN', '320211001', '2018-06-11')
  const seat = {
    title: '兼职副主席',
    rank: 'VICE_CHAIR',
    kinds: ['PART_TIME_POST'],
    reservedHead: 'HOSPITAL_HEAD',
    role: 'SEAT_HOLDER',
  } as const
  const seats = await openCommittee(administrator, town, '2024-01-01', '2029-01-01', [{ ...seat, kinds: [...seat.kinds] }])
  const personId = await registerHead(administrator, '单明远', 'hospital')
  await command(administrator, 'correctPerson', { personId, phone: PHONE }, 'person { id }')
  const consent = { purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-01-01' }
  await command(administrator, 'giveConsent', { personId, consent }, 'person { id }')
  const post = { seatId: seats.get('兼职副主席'), personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' }
  appointmentId = (await command<{ appointment: { id: string } }>(administrator, 'makeAppointment', post, 'appointment { id }')).appointment
    .id
  secretary = await letIn('gushan.mishu', '顾山镇科协 王芳', { role: 'TOWN_SECRETARY', areaCode: '320281111', from: TODAY })
  // His account has nothing of its own but a grant that is to come: what he may do today, his seat gives him.
  const later = { role: 'MEMBER', unitId: town, from: '2027-01-01' }
  head = await letIn('shan.mingyuan', '顾山医院 单明远', later, personId)
  auditor = await letIn('shenji', '审计员 李静', { role: 'AUDITOR', from: TODAY })
})
afterAll(async () => {
  await Promise.all([administrator, secretary, head, auditor].map((one) => one.close()))
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const noRight = (page: Page) => page.getByRole('alert').getByText('您没有这项权限')

test('the secretary of a town sees its association, and nothing of the next county, by whatever way she asks', async () => {
  const { page } = secretary
  await page.goto('/units')
  await page.getByRole('link', { name: '顾山镇科协' }).waitFor()
  expect(await page.getByText('河埒街道科协').count()).toBe(0)
  await page.goto(`/units/${neighbour}`)
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await page.getByText('没有这个页面').waitFor()
  expect(await page.getByText('河埒街道科协').count()).toBe(0)
  expect(await seriousFindings(secretary)).toEqual([])
})

test('the hospital’s head sees his own post, which the seat alone lets him see', async () => {
  const { page } = head
  await page.goto('/my-data')
  await heading(page, '单明远，系统保存的您的信息；没有人看过完整的号码')
  await page.getByText('顾山镇科协 兼职副主席').waitFor()
  await page.goto('/units')
  await page.getByRole('link', { name: '顾山镇科协' }).waitFor()
})

test('whoever would close his account is told what the seat lets him do, and that he keeps the post', async () => {
  const { page } = administrator
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'shan.mingyuan' }).click()
  await page.getByRole('link', { name: '停用账户' }).click()
  await page.getByText(/^随任职而来的权限：.*顾山镇科协.*；任职本身不变$/).waitFor()
})

test('the secretary unmasks his phone for a purpose, with a reason, and he sees who did', async () => {
  const { page } = secretary
  await page.goto('/people')
  await page.getByRole('link', { name: '单明远' }).click()
  await page.getByRole('button', { name: '查看单明远的电话' }).click()
  const dialog = page.getByRole('dialog', { name: '查看单明远的电话' })
  await dialog.getByLabel('任职联系').check()
  await dialog.getByLabel('事由').fill('通知换届会议')
  await dialog.getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText(PHONE).waitFor()
  await head.page.goto('/my-data')
  await heading(head.page, '单明远，系统保存的您的信息；有 1 次查看记录')
  await head.page.locator('.access-lines li', { hasText: '顾山镇科协 王芳 查看了电话 任职联系 · 通知换届会议' }).waitFor()
})

test('the moment his post ends, so does what it let him see; his own data stay his', async () => {
  await command(administrator, 'endAppointment', { appointmentId, on: TODAY, reason: 'RESIGNATION' }, 'appointment { id }')
  const { page } = head
  // Within five seconds, as long as a caller token lives.
  for (let seen = true; seen;) {
    await page.goto('/units')
    const link = page.getByRole('link', { name: '顾山镇科协' })
    await noRight(page).or(link).first().waitFor()
    seen = (await link.count()) > 0
  }
  await page.goto('/my-data')
  await heading(page, /^单明远/)
})

test('the auditor finds the look at the number, and proves that no entry was changed', async () => {
  const { page } = auditor
  await page.goto('/audit')
  await page
    .getByRole('row', { name: /顾山镇科协 王芳（gushan.mishu） 查看号码/ })
    .first()
    .waitFor()
  const { brokers, mongoUri } = engines()
  const env = {
    KAFKA_BROKERS: brokers,
    MONGODB_URI: mongoUri,
    TOPIC_PREFIX: stack.topicPrefix,
    DATABASE_PREFIX: stack.databasePrefix,
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.mjs', 'ops', 'audit', 'verify'], { env })
  expect(stdout.match(/完整 whole/g)).toHaveLength(4)
})

test('no browser complained', () => {
  expect([administrator, secretary, head, auditor].flatMap(({ complaints }) => complaints)).toEqual([])
})
