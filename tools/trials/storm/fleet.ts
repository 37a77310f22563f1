import { join } from 'node:path'
import { type App, AppProcess, apps, freePort, type StackSettings } from '@sizhang/engines'
import type { Rig } from '../rig/rig'
import { Balancer } from './balancer'

interface Member {
  app: App
  settings: StackSettings
  process: AppProcess
}

/** So many instances of every app, each on a port of its own, behind the ports at which the others look for them. */
export class Fleet {
  private constructor(
    private readonly members: Member[],
    private readonly balancers: Balancer[],
  ) {}

  /** Starts them on the rig's databases and topics and waits until all are ready. */
  static async start(rig: Rig, count: number): Promise<Fleet> {
    const { settings } = rig
    const members: Member[] = []
    const balancers: Balancer[] = []
    for (const app of apps) {
      const ports: number[] = []
      while (ports.length < count) ports.push(await freePort())
      for (const port of ports) {
        const own = { ...settings, home: join(settings.home, `${app}-${port}`), ports: { ...settings.ports, [app]: port } }
        members.push({ app, settings: own, process: new AppProcess(app, own) })
      }
      balancers.push(await Balancer.listen(settings.ports[app], ports))
    }
    const fleet = new Fleet(members, balancers)
    for (const instance of fleet.all) instance.start()
    await fleet.whenReady()
    return fleet
  }

  get all(): AppProcess[] {
    return this.members.map(({ process }) => process)
  }

  /**
   * Every instance, one after the other: asked to stop, started again, waited for; those of `upgraded` come back from other bundles.
   * Gives what went wrong.
   */
  async roll(upgraded: App, bundles: string): Promise<string[]> {
    const findings: string[] = []
    for (const member of this.members) {
      const exitCode = await member.process.kill('SIGTERM')
      if (exitCode !== 0) findings.push(`${member.app} ended with ${exitCode ?? 'a signal'} on SIGTERM in the rolling restart`)
      if (member.app === upgraded) member.process = new AppProcess(member.app, { ...member.settings, bundles })
      member.process.start()
      await member.process.whenReady()
    }
    return findings
  }

  async whenReady(): Promise<void> {
    await Promise.all(this.all.map((instance) => instance.whenReady()))
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((instance) => instance.stop()))
    for (const balancer of this.balancers) balancer.close()
  }
}
