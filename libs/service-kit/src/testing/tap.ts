import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A line to an engine that a test can cut and mend. */
export interface Tap {
  port: number
  cut(): Promise<void>
  mend(): Promise<void>
}

/** Listens on a port of its own and passes everything on to `127.0.0.1:<target>`; with `cut` it begins cut. */
export async function tapInto(target: number, { cut = false } = {}): Promise<Tap> {
  const open = new Set<Socket>()
  const serve = (client: Socket) => {
    const engine = connect(target, '127.0.0.1')
    for (const socket of [client, engine]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    }
    client.pipe(engine).on('close', () => client.destroy())
    engine.pipe(client).on('close', () => engine.destroy())
  }
  let server = await listen(serve, 0)
  const { port } = server.address() as AddressInfo
  const tap: Tap = {
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
  if (cut) await tap.cut()
  return tap
}

function listen(serve: (client: Socket) => void, port: number): Promise<Server> {
  const server = createServer(serve)
  return new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)))
}
