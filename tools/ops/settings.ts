import { type App, apps, engineSettings, kafka, mongo, portsFrom, Problem, urlOf } from '@sizhang/engines'

/** Where an installation is. */
export interface OpsSettings {
  root: string
  home: string
  brokers: string
  topicPrefix: string
  mongoUri: string
  databasePrefix: string
  /** Keys of encrypted fields, where the environment has them. */
  fieldKey: string | undefined
  indexKey: string | undefined
  /** The addresses of the apps that are asked how they are. */
  addresses: ReadonlyMap<App, string>
}

/** The same settings as the services have; what is not set is as `npm start` has it on this machine. */
export function opsSettings(environment: NodeJS.ProcessEnv): OpsSettings {
  const local = engineSettings(() => undefined, environment)
  return {
    root: local.root,
    home: local.home,
    brokers: environment['KAFKA_BROKERS'] ?? kafka.address(local.kafkaPort),
    topicPrefix: environment['TOPIC_PREFIX'] ?? '',
    mongoUri: environment['MONGODB_URI'] ?? mongo.address(local.mongoPort),
    databasePrefix: environment['DATABASE_PREFIX'] ?? '',
    fieldKey: environment['FIELD_KEY'],
    indexKey: environment['INDEX_KEY'],
    addresses: addressesIn(environment['SERVICES']),
  }
}

/** `organization=http://127.0.0.1:4001,…`, as the gateway is told; the gateway itself may be named, too. */
function addressesIn(text: string | undefined): Map<App, string> {
  if (text === undefined) return new Map(apps.map((app) => [app, urlOf(app, { ports: portsFrom(4000) })]))
  return new Map(
    text.split(',').map((entry) => {
      const [, name, url = ''] = /^([a-z]+)=(https?:\/\/[^/\s]+)\/?$/.exec(entry.trim()) ?? []
      const app = apps.find((known) => known === name)
      if (!app)
        throw new Problem(`SERVICES 中的“${entry}”有误，应为 名称=http://主机:端口。`, `SERVICES: "${entry}" is not name=http://host:port.`)
      return [app, url]
    }),
  )
}
