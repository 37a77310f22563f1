import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

/** Somebody who follows the appointments over the gateway's socket, as the portal does. */
export class Observer {
  private readonly arrived = new Map<string, number>()
  private waiting: (() => void) | undefined

  private constructor(private readonly stopFollowing: () => void) {}

  /** Resolves when the line is open and the first fact from now on will come. */
  static async follow(gateway: string, session: string, from: string): Promise<Observer> {
    const client = createClient({
      url: `${gateway.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${session}` },
    })
    const observer = new Observer(() => void client.dispose())
    const query = 'subscription ($from: String) { facts(topics: ["membership.appointments"], from: $from) { subject sequence } }'
    const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()))
    client.subscribe<{ facts: { subject: string; sequence: number } }>(
      { query, variables: { from } },
      {
        next: ({ data }) => data && observer.note(data.facts.subject),
        error: (error) => console.error(error),
        complete: () => undefined,
      },
    )
    await connected
    return observer
  }

  /** The moment (of `performance`) at which the next fact of a seat arrived here. */
  async nextOf(seatId: string): Promise<number> {
    for (;;) {
      const at = this.arrived.get(seatId)
      this.arrived.delete(seatId)
      if (at !== undefined) return at
      await new Promise<void>((resolve) => (this.waiting = resolve))
    }
  }

  /** Hangs up. */
  stop(): void {
    this.stopFollowing()
  }

  private note(subject: string): void {
    this.arrived.set(subject, performance.now())
    this.waiting?.()
  }
}
