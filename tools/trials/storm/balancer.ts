import { connect, createServer, type Server, type Socket } from 'node:net'
import { loopback } from '@sizhang/engines'

/**
 * Shares the connections of one port among several, in turn, as a deployment's own load balancer would: a port at which nobody
 * listens is passed over. It knows nothing of what is said.
 */
export class Balancer {
  private readonly server: Server
  private readonly open = new Set<Socket>()
  private turn = 0

  private constructor(private readonly ports: readonly number[]) {
    this.server = createServer((client) => this.pass(client, this.ports.length))
  }

  static async listen(port: number, ports: readonly number[]): Promise<Balancer> {
    const balancer = new Balancer(ports)
    await new Promise<void>((resolve, reject) => balancer.server.once('error', reject).listen(port, loopback, resolve))
    return balancer
  }

  close(): void {
    this.server.close()
    for (const socket of this.open) socket.destroy()
  }

  /** Connects the client to the next of the ports that takes the connection; a client whom none takes is cut off. */
  private pass(client: Socket, left: number): void {
    this.turn = (this.turn + 1) % this.ports.length
    const instance = connect({ host: loopback, port: this.ports[this.turn] ?? 0 })
    instance.once('error', () => (left > 1 && !client.destroyed ? this.pass(client, left - 1) : client.destroy()))
    instance.once('connect', () => {
      instance.removeAllListeners('error')
      this.bind(client, instance)
    })
  }

  /** The end of one end is the end of the other. */
  private bind(client: Socket, instance: Socket): void {
    for (const [one, other] of [
      [client, instance],
      [instance, client],
    ] as const) {
      this.open.add(one)
      one.on('error', () => other.destroy())
      one.once('close', () => {
        this.open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }
}
