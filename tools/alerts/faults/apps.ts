import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { loopback } from '@sizhang/engines'
import type { Rig } from '../../trials/rig/rig'
import { againAndAgain, type Fault } from './fault'

/** What happens to the apps themselves. */
export const appsFaults: Fault[] = [
  {
    what: '活动服务停止 · activity is stopped',
    alerts: ['ServiceDown', 'ServiceSilent'],
    make: async (rig) => {
      await rig.processes.activity.stop()
      return () => activityAgain(rig)
    },
  },
  {
    what: '网关在活动服务停止时从零启动 · the gateway starts from nothing while activity is stopped',
    alerts: ['GraphIncomplete'],
    make: async (rig) => {
      await Promise.all([rig.processes.activity.stop(), rig.processes.gateway.stop()])
      rmSync(join(rig.settings.home, 'gateway'), { recursive: true, force: true })
      rig.processes.gateway.start()
      return () => activityAgain(rig)
    },
  },
  {
    what: '活动服务的图谱与组织服务的冲突 · what activity tells of itself clashes with organization’s part',
    alerts: ['GraphRefused'],
    make: async (rig) => {
      await rig.processes.activity.stop()
      const clash = JSON.stringify({ data: { _service: { sdl: 'type Query { units: Int }' } } })
      const impostor = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(clash))
      await new Promise<void>((resolve) => impostor.listen(rig.settings.ports.activity, loopback, resolve))
      return async () => {
        impostor.closeAllConnections()
        await new Promise((resolve) => impostor.close(resolve))
        await activityAgain(rig)
      }
    },
  },
  {
    what: '统计服务一再停顿 0.7 秒 · reporting stands still for 0.7 seconds again and again',
    alerts: ['EventLoopHeldUp'],
    make: async ({ processes: { reporting } }) =>
      againAndAgain(
        () => reporting.signal('SIGSTOP'),
        () => reporting.signal('SIGCONT'),
        { held: 700, free: 300 },
      ),
  },
]

async function activityAgain({ processes: { activity } }: Rig): Promise<void> {
  activity.start()
  await activity.whenReady()
}
