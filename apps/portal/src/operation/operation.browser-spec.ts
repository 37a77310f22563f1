import { randomUUID } from 'node:crypto'
import { engines, type Stack, startStack } from '@sizhang/testing'
import mongoose, { type Connection } from 'mongoose'
import { establish, loadAreas } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal
let database: Connection
let unitId: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  database = await mongoose.createConnection(engines().mongoUri, { dbName: `${stack.databasePrefix}organization` }).asPromise()
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  unitId = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await database.close()
  await stack.stop()
})

const heading = (name: string | RegExp) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const row = (service: string) => portal.page.getByRole('row', { name: new RegExp(`^${service} `) })
const cells = async (service: string) => (await row(service).getByRole('cell').allTextContents()).map((text) => text.trim())
const line = (service: string) => portal.page.getByRole('listitem').filter({ hasText: `${service} organization.units/${unitId}` })
const retry = (service: string) => portal.page.getByRole('button', { name: `再试一次：${service}服务 organization.units/${unitId}` })

/** Has the service publish a fact of the unit under this sequence, as if it had been saved with the unit long ago. */
async function publish(seq: number): Promise<void> {
  const data = { unitId, unitType: 'TOWN', area: '320281111', path: ['320200', '320281', '320281111'], on: '2026-01-01' }
  const said = { type: 'organization.unit-dissolved.v1', time: new Date(), data, actor: 'test', correlationid: 'test' }
  const outbox = [{ seq, id: randomUUID(), ...said }]
  const change = { $set: { 'log.seq': 3, 'log.outbox': outbox, 'log.pendingAt': new Date(0) } }
  await database.collection<{ _id: string }>('units').updateOne({ _id: unitId }, change)
}

test('when all is well it says so in one sentence, with every service in its row', async () => {
  const { page } = portal
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '运行状况' }).click()
  await heading(/^一切正常/)
  for (const service of ['组织', '成员', '活动', '统计']) expect(await cells(service)).toEqual(['正常', '0', '此刻', '0', '0'])
  expect(await page.getByRole('heading', { name: '怎么办' }).count()).toBe(0)
  expect(await seriousFindings(portal)).toEqual([])
})

test('a service that was killed is named with the way out, without anybody asking again; when it is back, all is well', async () => {
  const { page } = portal
  await stack.kill('reporting')
  await heading('有 1 件事需要处理')
  expect(await cells('统计')).toEqual(['没有应答', '—', '—', '—', '—'])
  expect(await cells('组织')).toEqual(['正常', '0', '此刻', '0', '0'])
  await page.getByText('统计服务没有应答').waitFor()
  await page.getByText('先看它的进程是否在运行').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await stack.restart('reporting')
  await heading(/^一切正常/)
})

test('a service that hangs keeps nothing back of what the others say', async () => {
  const { page } = portal
  stack.signal('activity', 'SIGSTOP')
  await page.goto('/operation')
  await row('活动').getByText('等待回答').waitFor({ timeout: 5_000 })
  await row('组织').getByText('正常').waitFor({ timeout: 5_000 })
  await heading('运行状况')
  stack.signal('activity', 'SIGCONT')
  await heading(/^一切正常/)
})

test('what is parked stands there with its reason; a retry before the mending says that it stays', async () => {
  await publish(3)
  for (const service of ['成员', '活动', '统计']) await line(service).waitFor()
  await heading('有 1 件事需要处理')
  expect(await cells('组织')).toEqual(['正常', '0', '此刻', '0', '0'])
  expect(await cells('成员')).toEqual(['需要处理', '0', '此刻', '0', '1'])
  await line('统计').getByText('缺号：该聚合较早的一条记录不在日志中。').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await enter(retry('统计'))
  await line('统计').getByText('试过，仍不能应用。').waitFor()
})

test('once what was missing is there, a retry applies it, and the page says so', async () => {
  const { page } = portal
  // It remembers up to where it has published the unit, for as long as it runs.
  await stack.restart('organization')
  await publish(2)
  for (const service of ['成员', '活动', '统计']) {
    await line(service).getByText('1 条在后面等待').waitFor()
    await enter(retry(service))
    await page.getByText(`${service}服务：organization.units/${unitId} 已应用，不再搁置。`).waitFor()
  }
  await heading(/^一切正常/)
  await page.goto('/units')
  await page.getByText('顾山镇科协').waitFor()
})

test('on a phone, on paper and in English nothing is cut off', async () => {
  const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await page.goto('/operation')
  await page.getByRole('heading', { level: 1, name: /^All is well/ }).waitFor()
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await tooWide()).toBe(0)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('row').count()).toBe(5)
  expect(await tooWide()).toBe(0)
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('a page that nobody looks at asks nothing, and asks at once when it is looked at again', async () => {
  const { page } = portal
  await page.goto('/operation')
  await heading(/^一切正常/)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await page.clock.install()
  await page.reload()
  await heading(/^一切正常/)
  await hide(true)
  asked.length = 0
  await page.clock.runFor(60_000)
  expect(asked).toEqual([])
  const again = page.waitForRequest('**/graphql')
  await hide(false)
  await again
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
