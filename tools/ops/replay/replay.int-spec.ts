import { randomUUID } from 'node:crypto'
import { topicNames, until } from '@sizhang/engines'
import { readLog, logEnds, type LogRecord } from '@sizhang/messaging'
import { startStack, type Stack } from '@sizhang/testing'
import { kafkaOf } from '../installation'
import { Operator } from '../testing/operator'

jest.setTimeout(300_000)

const TOPIC = 'organization.units'
const DAY = '2020-01-01'

let stack: Stack
let operator: Operator
let ids: string[]
let now: string
/** Records in the log: a fact may stand there twice. */
let count: number
beforeAll(async () => {
  stack = await startStack({ only: ['reporting'] })
  operator = await Operator.of(stack, ['reporting'])
  ids = await operator.establishes(60)
  expect(await until(async () => (await operator.wrong()).length === 0, { within: 60_000 })).toBe(true)
  now = new Date().toISOString()
  count = (await recordsOf(TOPIC)).length
})
afterAll(async () => {
  await operator.close()
  await stack.stop()
})

const replay = (changes: Record<string, string | undefined> = {}, ...more: string[]) => {
  const asked = { topic: TOPIC, from: DAY, to: now, into: 'reporting', ...changes }
  return operator.runs(
    'replay',
    ...Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
    ...more,
  )
}
/** Where the fact of a unit stands, and how far its partition goes. */
async function placeOf(id: string): Promise<{ partition: number; offset: number; end: number }> {
  const found = (await recordsOf(TOPIC)).find(({ key }) => String(key) === id)
  const end = (await ends()).get(found?.partition ?? -1)
  if (!found || end === undefined) throw new Error(`no fact of ${id}`)
  return { partition: found.partition, offset: found.offset, end }
}
const ends = async () => (await logEnds(kafkaOf(operator.settings))).get(TOPIC) ?? new Map<number, number>()
async function recordsOf(topic: string): Promise<LogRecord[]> {
  const records: LogRecord[] = []
  await readLog({ ...kafkaOf(operator.settings), topic, to: await ends() }, (record) => void records.push(record))
  return records
}
const bytesOf = (records: LogRecord[]) => records.map(({ partition, key, value }) => `${partition} ${String(key)} ${String(value)}`).sort()

test.each([
  ['--topic', { topic: 'organization.unit' }, '没有这个事实主题。可用：'],
  ['--into', { into: 'reprting' }, '未知目标。可以是投影 organization membership activity reporting'],
  ['--into', { into: 'organization.units' }, '事实主题不可写入'],
  ['--into', { into: 'organization' }, '它不读取 organization.units，只读取 membership.appointments'],
  ['--from', { from: 'yesterday' }, '应为时刻（2026-06-30T04:00:00Z）或“分区:偏移”（3:120）'],
  ['--from', { from: '99:0' }, '只有分区 0 到 11'],
  ['--to', { to: '3:9999' }, '超出日志，organization.units 的分区 3 到'],
  ['--to', { to: '2999-01-01' }, '晚于现在'],
  ['--from', { from: '2026-01-02', to: '2026-01-01' }, '范围为空'],
  ['--from', { from: '3:5', to: '4:9' }, '偏移须在同一分区'],
  ['--key', { key: 'nobody' }, 'organization.units 的这个范围内没有它的事实'],
  ['organization.units', { from: '2019-01-01', to: '2019-01-02' }, '在这个范围内没有记录。日志到 0:'],
])('%s %j is refused by value, rule and way out', async (option, changes, rule) => {
  const refused = replay(changes)
  await expect(refused).rejects.toThrow(option)
  await expect(refused).rejects.toThrow(rule)
})

test('what is missing and what is no option is named', async () => {
  await expect(operator.runs('replay', '--topic', TOPIC)).rejects.toThrow('replay 缺少 --from --to --into')
  await expect(replay({}, '--dry')).rejects.toThrow("'--dry'")
})

test('a dry run counts and writes nothing, no topic either', async () => {
  const { well, said } = await replay({ into: 'scratch.trial' }, '--dry-run')
  expect(said).toContain(`范围 range   ${count} 条记录 records`)
  expect(said).toContain(`读取 read ${count}  给出 given ${count}  未给 left out 0`)
  expect(said).toContain('未写入任何内容')
  expect(well).toBe(true)
  expect(await topicNames(stack.brokers)).not.toContain(`${stack.topicPrefix}scratch.trial`)
})

test('into a topic of one’s own come the records byte for byte; of one aggregate alone where it is named', async () => {
  expect(await replay({ into: 'scratch.all' })).toMatchObject({ well: true, said: expect.stringContaining(`给出 given ${count} `) })
  expect(bytesOf(await recordsOf('scratch.all'))).toEqual(bytesOf(await recordsOf(TOPIC)))
  const { partition, offset } = await placeOf(ids[7] ?? '')
  const places = { from: `${partition}:${offset}`, to: `${partition}:${offset + 1}` }
  const { said } = await replay({ ...places, key: ids[7], into: 'scratch.one' })
  expect(said).toContain(`范围 range   1 条记录 records  ${partition}:${offset}–${offset + 1}`)
  expect(said).toContain('读取 read 1  给出 given 1  未给 left out 0')
})

test('into a projection: what is there stays as it is, a document that was lost is made again', async () => {
  const units = await operator.units()
  const before = await units.find({}, { sort: { _id: 1 } }).toArray()
  expect((await replay()).said).toContain(`读取 read ${count}  给出 given ${count}  未给 left out 0`)
  expect(await units.find({}, { sort: { _id: 1 } }).toArray()).toEqual(before)
  await units.deleteOne({ _id: ids[3] ?? '' })
  expect(await operator.wrong()).toHaveLength(1)
  expect(await replay({ key: ids[3] })).toMatchObject({ well: true, said: expect.stringContaining('未给 left out 0') })
  expect(await operator.wrong()).toEqual([])
})

test('an aggregate whose first or last fact lies outside the range is left out with the reason', async () => {
  const id = randomUUID()
  await operator.establishesAndDissolves(id)
  const { partition, offset } = await placeOf(id)
  const late = await replay({ from: `${partition}:${offset + 1}`, to: `${partition}:${offset + 2}`, key: id })
  expect(late).toMatchObject({ well: false, said: expect.stringContaining('未给 left out 1') })
  expect(late.said).toContain(`organization.units/${id} 未给 left out: a gap: after 0 comes 2`)
  const early = await replay({ from: `${partition}:${offset}`, to: `${partition}:${offset + 1}`, key: id })
  expect(early.said).toContain('it is given up to 1 and applied up to 2')
})

test('without a running instance it is said, and nothing is left lying', async () => {
  await stack.kill('reporting')
  await expect(replay({ key: ids[0] })).rejects.toThrow('没有运行中的 reporting 实例取走，已给出 0 条')
  expect(await operator.database.collection('given_again').countDocuments()).toBe(0)
  await stack.restart('reporting')
})
