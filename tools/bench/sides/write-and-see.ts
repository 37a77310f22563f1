import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { City } from '../site'
import { Requests } from './requests'
import { rateOf } from './work'

const AT_ONCE = 16
const MUTATION = `mutation ($commandId: ID!, $input: EstablishUnitInput!) { establishUnit(commandId: $commandId, input: $input) { mark } }`

/** Commands to organization, and the eyes of reporting. */
export class WriteAndSee {
  private readonly organization: Requests
  private readonly reporting: Requests

  constructor({ rig }: City) {
    this.organization = new Requests(rig.processes.organization.url, rig.authorization)
    this.reporting = new Requests(rig.processes.reporting.url, rig.authorization)
  }

  /** Sends a command, and resolves when reporting answers that it has followed it. */
  async writeAndSee(): Promise<void> {
    const mark = await this.write()
    while (await this.reporting.lags(mark));
  }

  /** Commands a second when as many come as the service takes. */
  fullRate(): Promise<number> {
    return rateOf(AT_ONCE, () => this.write())
  }

  /** Sends commands at half of a rate, whether or not the earlier ones are answered, until it is stopped; `stop` throws what failed. */
  atHalfLoad(fullRate: number): { stop: () => Promise<void> } {
    const stopped = new AbortController()
    const sent = new Set<Promise<unknown>>()
    const failures: unknown[] = []
    const running = (async () => {
      const from = performance.now()
      for (let count = 0; !stopped.signal.aborted; await pause(1)) {
        const due = ((performance.now() - from) / 1_000) * (fullRate / 2)
        for (; count < due; count++) {
          const write = this.write()
            .catch((error: unknown) => failures.push(error))
            .finally(() => sent.delete(write))
          sent.add(write)
        }
      }
    })()
    return {
      stop: async () => {
        stopped.abort()
        await running
        await Promise.all(sent)
        if (failures.length > 0) throw failures[0]
      },
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.organization.close(), this.reporting.close()])
  }

  private async write(): Promise<string> {
    const input = { name: '企业科协', type: 'ENTERPRISE', from: '2020-01-01' }
    const variables = { commandId: randomUUID(), input }
    return (await this.organization.ask<{ establishUnit: { mark: string } }>(MUTATION, variables)).establishUnit.mark
  }
}
