import { type App, apps, type Service, services } from '@sizhang/engines'
import { REBUILD_GROUP } from '@sizhang/messaging'

/** Who signs in at Kafka and MongoDB: each app as itself, whoever carries out `ops` commands, KEDA, and an analyst with a client of her own. */
export const engineUsers = [...apps, 'ops', 'keda', 'analyst'] as const

/** One of `engineUsers`. */
export type EngineUser = App | 'ops' | 'keda' | 'analyst'

/**
 * The name under which a user of an installation signs in: another installation on the same engines has users, and rights, of its own.
 * @param prefix TOPIC_PREFIX at Kafka, DATABASE_PREFIX at MongoDB
 */
export function signInName(user: EngineUser, prefix: string): string {
  return prefix + user
}

/** What a user may do with topics or groups of these names: all that begin so (`prefixed`; an empty name: all there are), or the one. */
export interface KafkaRight {
  on: 'topic' | 'group'
  name: string
  pattern: 'prefixed' | 'literal'
  operations: readonly KafkaOperation[]
}

/** An operation by Kafka's own name: its command takes no other spelling. Those that read, write or delete let describe as well. */
export type KafkaOperation = 'Read' | 'Write' | 'Create' | 'Delete' | 'Describe' | 'DescribeConfigs' | 'AlterConfigs'

/** A built-in role of MongoDB on a database; on `admin` it reaches all of them. */
export interface MongoRole {
  role: string
  db: string
}

/**
 * The fewest rights at Kafka with which a user's work is done. Facts hold no personal data, so every service may read every topic; it writes
 * its own alone. Each service makes any topic that it follows and that is not there yet.
 * @param prefix TOPIC_PREFIX of the installation
 */
export function kafkaRightsOf(user: EngineUser, prefix: string): KafkaRight[] {
  const all = { on: 'topic', name: prefix, pattern: 'prefixed' } as const
  if (user === 'analyst') return [{ ...all, operations: ['Read'] }, groups(`${prefix}analyst-`)]
  if (user === 'gateway') return [{ ...all, operations: ['Read'] }, groups(`${prefix}stream-`)]
  if (user === 'keda') return (['topic', 'group'] as const).map((on) => ({ ...all, on, operations: ['Describe'] }))
  // A restore fills topics with records of their own times, and then has them take the broker's again.
  if (user === 'ops')
    return [{ ...all, operations: ['Read', 'Write', 'Create', 'Delete', 'DescribeConfigs', 'AlterConfigs'] }, groups(prefix)]
  return [
    { ...all, operations: ['Read', 'Create'] },
    { ...all, name: `${prefix}${user}.`, operations: ['Write'] },
    ...['', REBUILD_GROUP].map((work) => ({ on: 'group', name: prefix + user + work, pattern: 'literal', operations: ['Read'] }) as const),
  ]
}

const groups = (name: string) => ({ on: 'group', name, pattern: 'prefixed', operations: ['Read', 'Delete'] }) as const

/**
 * The fewest roles in MongoDB with which a user's work is done: a service has its own database and no other, gateway and analysts none.
 * @param prefix DATABASE_PREFIX of the installation
 */
export function mongoRolesOf(user: EngineUser, prefix: string): MongoRole[] {
  if (isService(user)) return [{ role: 'readWrite', db: prefix + user }]
  // A backup reads and a restore writes all of them; a comparison builds read models in databases beside, and drops these.
  return user === 'ops' ? ['readWriteAnyDatabase', 'dbAdminAnyDatabase'].map((role) => ({ role, db: 'admin' })) : []
}

const isService = (user: EngineUser): user is Service => (services as readonly string[]).includes(user)
