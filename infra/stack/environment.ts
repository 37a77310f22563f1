import { join } from 'node:path'
import { loopback } from '../processes'
import { type App, services } from './apps'
import { fieldKeysOf, type Secrets } from './secrets'

export interface StackSettings {
  root: string
  /** Where the stack keeps its logs and the gateway its last good composition. */
  home: string
  ports: Record<App, number>
  brokers: string
  mongoUri: string
  secrets: Secrets
  databasePrefix?: string
  topicPrefix?: string
  /** Folder of the bundles; left out, `dist/apps` of the repository. */
  bundles?: string
  /** Further settings of every app; they win. */
  env?: Record<string, string>
}

/** Where an app listens. */
export const urlOf = (app: App, { ports }: Pick<StackSettings, 'ports'>) => `http://${loopback}:${ports[app]}`

/** An app's environment: what all share, and the secrets that are its own. */
export function environmentOf(app: App, settings: StackSettings): Record<string, string> {
  const { ports, brokers, databasePrefix = '', topicPrefix = '', secrets, env } = settings
  const common = {
    NODE_ENV: 'production',
    HOST: loopback,
    PORT: String(ports[app]),
    KAFKA_BROKERS: brokers,
    TOPIC_PREFIX: topicPrefix,
    CALLER_KEYS: secrets.callerKeys,
  }
  if (app === 'gateway') return { ...common, ...gatewayOnly(settings), ...env }
  const service = { MONGODB_URI: settings.mongoUri, DATABASE_PREFIX: databasePrefix, CURSOR_KEY: secrets.cursorKeys[app] }
  return { ...common, ...service, ...(app === 'membership' ? membershipOnly(secrets) : {}), ...env }
}

function gatewayOnly(settings: StackSettings) {
  return {
    SERVICES: services.map((service) => `${service}=${urlOf(service, settings)}`).join(','),
    PORTAL_DIR: join(settings.root, 'dist/apps/portal'),
    SUPERGRAPH_FILE: join(settings.home, 'gateway/supergraph.json'),
  }
}

function membershipOnly(secrets: Secrets) {
  const { callerSigningKey, indexKey, firstPassword } = secrets
  return {
    CALLER_SIGNING_KEY: callerSigningKey,
    ...fieldKeysOf(secrets),
    INDEX_KEY: indexKey,
    FIRST_PASSWORD: firstPassword,
    // On loopback nobody is kept from a first look; where others reach it, compose and the chart demand it.
    SECOND_FACTOR: 'offered',
    ADMINISTRATION: 'alone',
  }
}
