import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

/** A line to an engine that a test can cut and mend. */
export interface Tap {
  port: number
  /** Cuts all connections and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
}

/**
 * Listens on a port of its own and passes everything on to `127.0.0.1:<target>`. Kafka tells its clients where it is; the tap puts
 * its own port into those answers, so that nobody gets around it.
 */
export async function tapInto(target: number): Promise<Tap> {
  const open = new Set<Socket>()
  const serve = (client: Socket) => {
    const engine = connect(target, '127.0.0.1')
    for (const socket of [client, engine]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    }
    client.pipe(engine).on('close', () => client.destroy())
    engine.on('data', (bytes: Buffer) => client.write(readdress(bytes, target, port)))
    engine.on('close', () => client.destroy())
    client.on('close', () => engine.destroy())
  }
  let server = await listen(serve, 0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
    mend: async () => {
      server = await listen(serve, port)
    },
  }
}

function listen(serve: (client: Socket) => void, port: number): Promise<Server> {
  const server = createServer(serve)
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)))
}

function readdress(bytes: Buffer, from: number, to: number): Buffer {
  const address = (port: number) => Buffer.concat([Buffer.from('127.0.0.1'), Buffer.from([0, 0, port >> 8, port & 255])])
  const wanted = address(from)
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) address(to).copy(bytes, at)
  return bytes
}
