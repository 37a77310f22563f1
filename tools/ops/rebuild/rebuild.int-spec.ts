import { once } from 'node:events'
import { until } from '@sizhang/engines'
import { readModelState } from '@sizhang/messaging'
import { startStack, type Stack } from '@sizhang/testing'
import { driverOf } from '../../exact/databases'
import { Operator } from '../testing/operator'

jest.setTimeout(300_000)

/** So many that a rebuild under load, which makes way, is caught in the middle of them. */
const UNITS = 200
const SOME = 50

let stack: Stack
let operator: Operator
beforeAll(async () => {
  stack = await startStack({ only: ['reporting'] })
  operator = await Operator.of(stack, ['reporting'])
  await operator.establishes(UNITS)
  await shown()
})
afterAll(async () => {
  await operator.close()
  await stack.stop()
})

const state = () => readModelState(driverOf(operator.database))
const shown = () =>
  until(async () => (await operator.wrong()).length === 0, { within: 60_000, every: 200 }).then((is) => expect(is).toBe(true))
/** Damages the live read model by hand: one document is taken away, another says something else. */
async function damage(): Promise<[string, string]> {
  const units = await operator.units()
  const [one, other] = await units.find({}, { limit: 2 }).toArray()
  if (!one || !other) throw new Error('there are units')
  await units.deleteOne({ _id: one._id })
  await units.updateOne({ _id: other._id }, { $set: { from: '1900-01-01' } })
  return [one._id, other._id]
}

test('a wrong name gets the names there are, a wrong option those there are', async () => {
  await expect(operator.runs('rebuild', 'reports')).rejects.toThrow(
    /没有投影“reports”。[^]*reporting 统计 ← activity.activities[^]*no projection "reports"/,
  )
  await expect(operator.runs('rebuild')).rejects.toThrow('没有指明投影')
  await expect(operator.runs('rebuild', 'reporting', '--swpa')).rejects.toThrow('“--swpa”不是选项')
  await expect(operator.runs('rebuild', 'reporting', '--back')).rejects.toThrow('没有可退回的前一份')
})

test('under load the new read models are built, found equal, and swapped; the former ones are kept', async () => {
  const stop = operator.goesOn()
  const { well, said } = await operator.runs('rebuild', 'reporting')
  await stop()
  expect(said).toMatch(/[\d,]+ \/ [\d,]+ 条 events {2}\d+ % {2}[\d,]+\/s {2}余 rest \d+:\d\d/)
  expect(said).toMatch(/统计 reporting {2}[0-9a-f]{16} {2}[\d,]{3,} 份相同 documents equal/)
  expect(said).toContain('已切换 swapped')
  expect(well).toBe(true)
  expect(await state()).toMatchObject({ step: 'alone', live: 1, former: 0, beside: null })
  await operator.establishes(5)
  await shown()
})

test('damage is found and named, both are kept until somebody chooses; the swap mends it, the way back brings it again', async () => {
  const [gone, changed] = await damage()
  const found = await operator.runs('rebuild', 'reporting')
  expect(found.well).toBe(false)
  expect(found.said).toContain('2 份不同 documents differ')
  expect(found.said).toMatch(new RegExp(`units ${gone} 缺少`))
  expect(found.said).toContain(
    `units ${changed} 字段 field from: 读模型为 the read model has "1900-01-01"，按日志应为 the log says "2018-06-11"`,
  )
  expect(found.said).toContain('npm run ops -- rebuild reporting --swap')
  expect(await state()).toMatchObject({ live: 1, beside: 2 })
  expect(await operator.wrong()).toHaveLength(2)

  const swapped = await operator.runs('rebuild', 'reporting', '--swap')
  expect([swapped.well, swapped.said]).toEqual([true, expect.stringContaining('2 份不同')])
  expect(await operator.wrong()).toEqual([])

  await operator.establishes(3)
  await shown()
  expect((await operator.runs('rebuild', 'reporting', '--back')).well).toBe(true)
  expect((await operator.wrong()).sort()).toEqual([gone, changed].map((id) => `missing or other: ${id}`).sort())
  expect((await operator.runs('rebuild', 'reporting', '--back')).well).toBe(true)
  expect(await operator.wrong()).toEqual([])
})

test('kill -9 of the service and of the command in the middle: the same command goes on where it stopped', async () => {
  const stop = operator.goesOn()
  const command = operator.starts('rebuild', 'reporting')
  const { latest } = await state()
  const built = () =>
    driverOf(operator.database)
      .collection(`units.${latest + 1}`)
      .estimatedDocumentCount()
  expect(await until(async () => (await built()) >= SOME, { within: 120_000, every: 5 })).toBe(true)
  command.kill('SIGKILL')
  await stack.kill('reporting')
  const before = await built()
  expect(before).toBeLessThan(UNITS)
  await stack.restart('reporting')
  const { well, said } = await operator.runs('rebuild', 'reporting')
  await stop()
  expect(said).toContain('接着重建 goes on')
  const [, first = ''] = /^ {2}([\d,]+) \/ /m.exec(said) ?? []
  expect(Number(first.replaceAll(',', ''))).toBeGreaterThanOrEqual(SOME)
  expect(well).toBe(true)
  await shown()
})

/**
 * A rebuild that has come to a step, killed there with its service. Each step lasts for moments: both are halted first, and a step that has
 * passed by then, or was not seen at all, is looked for in the next rebuild.
 */
async function killedAt(step: string): Promise<{ live: number; latest: number }> {
  for (let tries = 0; tries < 8; tries++) {
    const { live, latest } = await state()
    const command = operator.starts('rebuild', 'reporting')
    const exited = once(command, 'exit')
    const isAt = async () => (await state()).step === step
    if (await until(isAt, { within: 250_000, every: 1, stop: () => command.exitCode !== null })) {
      command.kill('SIGSTOP')
      stack.signal('reporting', 'SIGSTOP')
      if (await isAt()) {
        command.kill('SIGKILL')
        await Promise.all([stack.kill('reporting'), exited])
        return { live, latest }
      }
      stack.signal('reporting', 'SIGCONT')
      command.kill('SIGCONT')
    }
    await exited
    expect(command.exitCode).toBe(0)
  }
  throw new Error(`no rebuild was seen at the step “${step}”`)
}

test.each(['holding', 'levelling', 'swapped'])(
  'kill -9 of both at the swap, when it is %s: the next command ends it, nothing is lost or doubled',
  async (step) => {
    const stop = operator.goesOn()
    const { live, latest } = await killedAt(step)
    await stack.restart('reporting')
    const { well } = await operator.runs('rebuild', 'reporting')
    await stop()
    expect(well).toBe(true)
    expect(await state()).toMatchObject({ step: 'alone', live: latest + 1, former: live, beside: null })
    await shown()
  },
)

test('what was built is given up by --drop; without an instance it is said that the service has to run', async () => {
  expect((await operator.runs('rebuild', 'reporting', '--drop')).said).toMatch(/只留第 \d+ 代/)
  await expect(operator.runs('rebuild', 'reporting', '--back')).rejects.toThrow('没有可退回的前一份')
  await stack.kill('reporting')
  await expect(operator.runs('rebuild', 'reporting')).rejects.toThrow('没有运行中的 reporting 实例')
  await stack.restart('reporting')
  expect((await operator.runs('rebuild', 'reporting')).well).toBe(true)
})
