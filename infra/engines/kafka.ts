import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loopback, Problem, run } from '../processes'
import { answersAsKafka } from './kafka-wire'
import type { Kind } from './local'
import { kafkaVersion, obtainJava, obtainKafka } from './obtain'

/** Broker settings that differ from those of a developer's machine, and users that are there before the first start. */
export interface KafkaOptions {
  /** What the clients' listener is; their security protocol by Kafka's name. */
  protocol?: 'PLAINTEXT' | 'SASL_PLAINTEXT' | 'SASL_SSL'
  settings?: Record<string, string>
  /** Of SCRAM-SHA-512: passwords by name. */
  users?: Record<string, string>
}

/** One Kafka node, broker and controller in one, that listens on this machine only and asks nobody who he is. */
export const kafka: Kind = kafkaWith({})

/** Such a node with other settings. */
export function kafkaWith({ protocol = 'PLAINTEXT', settings: more = {}, users = {} }: KafkaOptions): Kind {
  return {
    name: 'kafka',
    title: `Kafka ${kafkaVersion}`,
    port: ({ kafkaPort }) => kafkaPort,
    alsoTakes: (port) => [port + 1],
    portSetting: 'KAFKA_PORT',
    address: (port) => `${loopback}:${port}`,
    answers: answersAsKafka,

    async prepare({ downloads, root, kafkaPort, say }, data) {
      const [java, jars] = await Promise.all([obtainJava(downloads, say), obtainKafka(downloads, root, say)])
      const file = join(data, 'server.properties')
      await mkdir(data, { recursive: true })
      await writeFile(file, properties({ ...brokerSettings(kafkaPort, join(data, 'log'), protocol), ...more }))
      const classpath = ['-cp', join(jars, '*')]
      if (!existsSync(join(data, 'log/meta.properties'))) await format(java, classpath, file, users)
      return { command: java, args: [...memory, ...quiet, ...classpath, 'kafka.Kafka', file] }
    },
  }
}

// Young objects have room: with 46 of 128 MiB, filled in less than a second, many grow old, and while those are collected all stands still for a
// tenth of a second, each ten to twenty.
const memory = ['-Xms256m', '-Xmn160m', '-Xmx512m', '-XX:+UseSerialGC']
const quiet = ['-Djava.awt.headless=true', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true']

/** Facts are kept for ever and stamped by the broker; a group waits for nobody; topics come from the contracts alone. */
export const fixedBrokerSettings = {
  'auto.create.topics.enable': false,
  'log.message.timestamp.type': 'LogAppendTime',
  'log.retention.ms': -1,
  'log.retention.bytes': -1,
  'log.segment.delete.delay.ms': 1000,
  'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
  'group.initial.rebalance.delay.ms': 0,
  'offsets.topic.num.partitions': 12,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  'share.coordinator.state.topic.replication.factor': 1,
  'share.coordinator.state.topic.min.isr': 1,
}

function brokerSettings(port: number, folder: string, protocol: string): Record<string, string | number | boolean> {
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${loopback}:${port + 1}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': `${protocol}:${protocol},CONTROLLER:PLAINTEXT`,
    'inter.broker.listener.name': protocol,
    listeners: `${protocol}://${loopback}:${port},CONTROLLER://${loopback}:${port + 1}`,
    'advertised.listeners': `${protocol}://${loopback}:${port}`,
    'log.dirs': folder,
    ...fixedBrokerSettings,
  }
}

function properties(settings: Record<string, string | number | boolean>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

async function format(java: string, classpath: string[], file: string, users: Record<string, string>): Promise<void> {
  const cluster = `s${randomBytes(16).toString('base64url').slice(1)}`
  const scram = Object.entries(users).flatMap(([name, password]) => ['--add-scram', `SCRAM-SHA-512=[name=${name},password=${password}]`])
  const { code, output } = await run(java, [
    ...memory,
    ...classpath,
    ...['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', file, ...scram],
  ])
  if (code === 0) return
  throw new Problem(
    `Kafka 无法建立数据目录（${file}）。`,
    `Kafka could not format its data folder (${file}):\n${output.split('\n').slice(-4).join('\n')}`,
  )
}
