import { join } from 'node:path'
import { type App, AppProcess, apps, freePort } from '@sizhang/engines'
import type { Rig } from '../rig/rig'
import { Balancer } from './balancer'

/** So many instances of every app, each on a port of its own, behind the ports at which the others look for them. */
export class Fleet {
  private constructor(
    readonly instances: Record<App, AppProcess[]>,
    private readonly balancers: Balancer[],
  ) {}

  /** Starts them on the rig's databases and topics and waits until all are ready. */
  static async start(rig: Rig, count: number): Promise<Fleet> {
    const { settings } = rig
    const instances = {} as Record<App, AppProcess[]>
    const balancers: Balancer[] = []
    for (const app of apps) {
      const ports: number[] = []
      while (ports.length < count) ports.push(await freePort())
      instances[app] = ports.map(
        (port) =>
          new AppProcess(app, { ...settings, home: join(settings.home, `${app}-${port}`), ports: { ...settings.ports, [app]: port } }),
      )
      balancers.push(await Balancer.listen(settings.ports[app], ports))
    }
    const fleet = new Fleet(instances, balancers)
    for (const instance of fleet.all) instance.start()
    await fleet.whenReady()
    return fleet
  }

  get all(): AppProcess[] {
    return Object.values(this.instances).flat()
  }

  async whenReady(): Promise<void> {
    await Promise.all(this.all.map((instance) => instance.whenReady()))
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((instance) => instance.stop()))
    for (const balancer of this.balancers) balancer.close()
  }
}
