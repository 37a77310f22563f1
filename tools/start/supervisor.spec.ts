import { Supervisor } from './supervisor'

/** Something that ends as soon as it serves, and a clock that only notes how long it was asked to wait. */
function restarts(times: number, { failing = false } = {}) {
  const said: string[] = []
  const pauses: number[] = []
  return new Promise<{ said: string[]; pauses: number[] }>((resolve) => {
    const supervisor = new Supervisor(
      (line) => said.push(line),
      async (milliseconds) => void pauses.push(milliseconds),
    )
    let started = 0
    const start = async () => {
      started++
      if (started === times) {
        supervisor.release()
        resolve({ said, pauses })
      }
      if (failing) throw new Error('no room')
    }
    supervisor.keep({ name: '活动服务 activity', log: 'logs/activity.log', start, ended: async () => undefined })
  })
}

test('a service that dies is named and started again, after pauses that grow from 1 to 30 seconds', async () => {
  const { said, pauses } = await restarts(7)
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  expect(said[0]).toBe('活动服务 activity 已停止，1 秒后重启 stopped, restarting in 1 s  logs/activity.log')
  expect(said[1]).toContain('活动服务 activity 已恢复 serving again')
})

test('a restart that fails says why and is tried again', async () => {
  const { said, pauses } = await restarts(3, { failing: true })
  expect(pauses).toEqual([1000, 2000, 4000])
  expect(said[1]).toContain('no room')
})

test('nothing is restarted once everything is told to stop', async () => {
  const said: string[] = []
  const supervisor = new Supervisor((line) => said.push(line))
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  supervisor.keep({ name: 'gateway', log: '', start: () => Promise.reject(new Error('restarted')), ended: () => ended })
  supervisor.release()
  end()
  await ended
  expect(said).toEqual([])
})
