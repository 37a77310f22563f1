import { createServer, type Server } from 'node:http'
import { freePort, loopback } from '@sizhang/engines'
import { Balancer } from './balancer'

let servers: Server[] = []
let balancer: Balancer
let port: number
let ports: number[]

beforeEach(async () => {
  ports = []
  while (ports.length < 3) ports.push(await freePort())
  port = await freePort()
  servers = await Promise.all(
    ports.slice(0, 2).map(async (own) => {
      const server = createServer((_request, response) => response.setHeader('connection', 'close').end(String(own)))
      await new Promise<void>((resolve) => server.listen(own, loopback, resolve))
      return server
    }),
  )
  balancer = await Balancer.listen(port, ports)
})
afterEach(() => {
  balancer.close()
  for (const server of servers) server.close()
})

const ask = () => fetch(`http://${loopback}:${port}/`).then((response) => response.text())

test('connections are shared in turn, and a port at which nobody listens is passed over', async () => {
  const answers = [await ask(), await ask(), await ask(), await ask(), await ask(), await ask()]
  expect(new Set(answers)).toEqual(new Set(ports.slice(0, 2).map(String)))
})

test('a client whom none takes is cut off, as by a server that is away', async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve))
  await expect(ask()).rejects.toThrow()
})
