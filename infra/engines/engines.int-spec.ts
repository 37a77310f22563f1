import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { ended, freePort } from '../processes'
import { startEngines, stopEngines } from './engines'
import { kafka } from './kafka'
import { answersAsKafka, topicNames } from './kafka-wire'
import { findLocal } from './local'
import { mongo } from './mongo'
import { type EngineSettings, rootFolder } from './settings'

jest.setTimeout(120_000)

let settings: EngineSettings
let said: string[]

beforeEach(async () => {
  delete process.env['KAFKA_BROKERS']
  delete process.env['MONGODB_URI']
  const home = mkdtempSync(join(tmpdir(), 'engines-'))
  const root = rootFolder()
  const ports = { kafkaPort: await freePort(), mongoPort: await freePort() }
  said = []
  settings = { root, home, downloads: join(root, '.sizhang/engines'), ...ports, way: 'local', say: (line) => said.push(line) }
})

afterEach(async () => {
  await stopEngines(settings)
  rmSync(settings.home, { recursive: true })
})

test('Kafka and MongoDB start side by side, and stop without a trace', async () => {
  const engines = await startEngines(settings)
  expect(engines.ways).toEqual({ kafka: 'local', mongo: 'local' })
  expect(await topicNames(engines.brokers)).toEqual([])
  expect(await documentsIn(engines.mongoUri)).toBe(0)
  const pids = [kafka, mongo].map((kind) => findLocal(kind, settings)?.pid ?? 0)
  await engines.stop()
  // Whether their ports are free says nothing: another test may have been given them since.
  expect(pids.map(ended)).toEqual([true, true])
})

test('data outlive a stop, also when the ports are others next time', async () => {
  const first = await startEngines(settings)
  await addDocument(first.mongoUri)
  await first.stop()
  settings = { ...settings, kafkaPort: await freePort(), mongoPort: await freePort() }
  const second = await startEngines(settings)
  expect(await documentsIn(second.mongoUri)).toBe(1)
  expect(await topicNames(second.brokers)).toEqual([])
})

test('engines left running are taken as they are, and stopped by none but who is told to', async () => {
  await startEngines({ ...settings, background: true })
  const again = await startEngines(settings)
  expect(again.ways).toEqual({ kafka: 'running', mongo: 'running' })
  await again.stop()
  expect(await answersAsKafka(again.brokers)).toBe(true)
  expect(await stopEngines(settings)).toEqual(['Kafka 4.4.0', 'MongoDB'])
  expect(await stopEngines(settings)).toEqual([])
})

test('an engine that was killed starts again on the same data', async () => {
  const engines = await startEngines(settings)
  await addDocument(engines.mongoUri)
  const server = engines.own.find(({ name }) => name === 'MongoDB')
  process.kill(findLocal(mongo, settings)?.pid ?? 0, 'SIGKILL')
  await server?.ended()
  await server?.restart()
  expect(await documentsIn(engines.mongoUri)).toBe(1)
})

test('a taken port is one message that names it, and the other engine does not stay behind', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(settings.kafkaPort, '127.0.0.1', resolve))
  await expect(startEngines(settings)).rejects.toThrow(`Port ${settings.kafkaPort}, needed by Kafka 4.4.0, is taken by`)
  await new Promise((resolve) => server.close(resolve))
  expect(findLocal(mongo, settings)).toBeUndefined()
})

test('an engine that dies at its start is named, with its last log lines', async () => {
  const data = join(settings.home, 'data/mongo')
  mkdirSync(data, { recursive: true })
  writeFileSync(join(data, 'storage.bson'), 'damaged')
  const failure = await startEngines(settings).catch((error: Error) => error.message)
  expect(failure).toMatch(/^MongoDB 没有启动成功。日志 .*mongo\.log/)
  expect(failure).toContain('Last lines:\nUnable to read the storage engine metadata file')
  expect(failure).toContain('npm run engines -- reset')
})

test('an address of the environment that does not answer is named', async () => {
  process.env['KAFKA_BROKERS'] = `127.0.0.1:${await freePort()}`
  const { way: _way, ...firstThatFits } = settings
  await expect(startEngines(firstThatFits)).rejects.toThrow(`No Kafka answers at ${process.env['KAFKA_BROKERS']}`)
})

test('local engines that were asked for go before addresses of the environment', async () => {
  process.env['KAFKA_BROKERS'] = `127.0.0.1:${await freePort()}`
  const { ways, stop } = await startEngines({ ...settings, way: 'local' })
  await stop()
  expect(ways).toEqual({ kafka: 'local', mongo: 'local' })
})

test('Docker that was asked for and is not there is said; otherwise local processes follow', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = join(settings.home, 'nothing')
  await expect(startEngines({ ...settings, way: 'docker' })).rejects.toThrow('no docker command on the PATH')
  process.env['PATH'] = path
})

async function addDocument(uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise()
  await connection.transaction((session) => connection.useDb('trial').collection('facts').insertOne({ kept: true }, { session }))
  await connection.close()
}

async function documentsIn(uri: string): Promise<number> {
  const connection = await createConnection(uri).asPromise()
  const count = await connection.useDb('trial').collection('facts').countDocuments()
  await connection.close()
  return count
}
