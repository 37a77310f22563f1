import { createServer, type Server } from 'node:net'
import { accepts, freePort, isFree, portTaken, requireFree } from './ports'
import { Problem } from './problem'

let server: Server
let port: number

beforeEach(async () => {
  port = await freePort()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

test('a port in use is not free, and accepts connections', async () => {
  expect(await isFree(port)).toBe(false)
  expect(await accepts(port)).toBe(true)
})

test('a port in use is refused: the message names who holds it and the setting that chooses another', async () => {
  const refusal = await requireFree(port, 'Kafka', 'KAFKA_PORT').catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Problem)
  expect((refusal as Problem).message).toContain(`${port} 已被占用`)
  expect((refusal as Problem).message).toContain(`, pid ${process.pid}`)
  expect((refusal as Problem).message).toContain('KAFKA_PORT')
})

test('a port that nobody uses is free', async () => {
  const another = await freePort()
  await expect(requireFree(another, 'Kafka', 'KAFKA_PORT')).resolves.toBeUndefined()
  expect(await accepts(another)).toBe(false)
})

test('the message does without a holder where the system does not tell', () => {
  expect(portTaken(9092, 'Kafka', 'KAFKA_PORT').message).toBe(
    'Kafka 需要的端口 9092 已被占用。请停止该程序，或用 KAFKA_PORT 另选端口。\n' +
      'Port 9092, needed by Kafka, is taken. Stop that program, or choose another port with KAFKA_PORT.',
  )
})
