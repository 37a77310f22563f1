import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accepts, type EngineSettings, freePort, kafkaWith, mongoWith, rootFolder, startLocal, stopLocal } from '@sizhang/engines'
import { connect } from '@sizhang/messaging'
import mongoose from 'mongoose'
import pino from 'pino'
import { generate } from 'selfsigned'
import { engineUsers, type EngineUser, type KafkaOperation, kafkaRightsOf, mongoRolesOf, signInName } from './engine-rights'

/** A Kafka with TLS, passwords and access lists, and a MongoDB with passwords, whose users have the rights that `ops engine-users` prints. */
export interface SecuredEngines {
  brokers: string
  /** MongoDB as this user signs in there. */
  mongoUriOf(user: EngineUser): string
  /** What a process of this user is given. */
  environmentOf(user: EngineUser): Record<string, string>
  passwords: Readonly<Record<EngineUser, string>>
  stop(): Promise<void>
}

const BROKER = 'broker'
const MONGO_ADMINISTRATOR = 'administrator'
/** Numbers of Kafka's protocol. */
const RESOURCES = { topic: 2, group: 3 }
const PATTERNS = { literal: 3, prefixed: 4 }
const ALLOWED = 3
const OPERATIONS: Record<KafkaOperation, number> = {
  Read: 3,
  Write: 4,
  Create: 5,
  Delete: 6,
  Describe: 8,
  DescribeConfigs: 10,
  AlterConfigs: 11,
}

/** Starts them on data of their own, with users for these names of topics and databases. */
export async function startSecuredEngines(names: { topicPrefix: string; databasePrefix: string }): Promise<SecuredEngines> {
  const home = mkdtempSync(join(tmpdir(), 'secured-'))
  const root = rootFolder()
  const ports = { kafkaPort: await freePort(), mongoPort: await freePort() }
  const settings: EngineSettings = { root, home, downloads: join(root, '.sizhang/engines'), ...ports, say: () => undefined }
  const passwords = Object.fromEntries(engineUsers.map((user) => [user, secret()])) as Record<EngineUser, string>
  const administrators = { [BROKER]: secret(), [MONGO_ADMINISTRATOR]: secret() }
  const certificate = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  })
  const authority = authorityIn(home)
  writeFileSync(authority, certificate.cert)
  const ofKafka = Object.fromEntries(engineUsers.map((user) => [signInName(user, names.topicPrefix), passwords[user]]))
  const kafka = securedKafka(home, certificate, { ...ofKafka, [BROKER]: administrators[BROKER] })
  const mongo = mongoWith(['--keyFile', keyFile(home)])
  const stop = async () => {
    await Promise.all([kafka, mongo].map((kind) => stopLocal(kind, settings)))
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const [{ address: brokers }] = await Promise.all([startLocal(kafka, settings), startLocal(mongo, settings)])
    await grant(brokers, certificate.cert, administrators[BROKER], names.topicPrefix)
    const mongoHost = `127.0.0.1:${settings.mongoPort}`
    await makeUsers(mongoHost, administrators[MONGO_ADMINISTRATOR], passwords, names.databasePrefix)
    const mongoUriOf = (user: EngineUser) =>
      `mongodb://${signInName(user, names.databasePrefix)}:${passwords[user]}@${mongoHost}/?replicaSet=sizhang`
    const environmentOf = (user: EngineUser) => ({
      KAFKA_TLS: 'on',
      KAFKA_CA_FILE: authority,
      KAFKA_USERNAME: signInName(user, names.topicPrefix),
      KAFKA_PASSWORD: passwords[user],
      MONGODB_URI: mongoUriOf(user),
    })
    return { brokers, mongoUriOf, environmentOf, passwords, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const authorityIn = (home: string) => join(home, 'authority.pem')

const secret = () => randomBytes(18).toString('hex')

function securedKafka(home: string, { private: key, cert }: { private: string; cert: string }, users: Record<string, string>) {
  const [pem, authority] = [join(home, 'kafka.pem'), authorityIn(home)]
  writeFileSync(pem, key + cert)
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${BROKER}" password="${users[BROKER]}";`
  const settings = {
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': login,
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': pem,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': authority,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    // The controller's listener is of this process alone.
    'super.users': `User:${BROKER};User:ANONYMOUS`,
  }
  const kind = kafkaWith({ protocol: 'SASL_SSL', settings, users })
  return { ...kind, answers: (address: string) => accepts(Number(address.split(':')[1])) }
}

function keyFile(home: string): string {
  const file = join(home, 'mongo.key')
  mkdirSync(home, { recursive: true })
  writeFileSync(file, randomBytes(32).toString('base64'))
  chmodSync(file, 0o400)
  return file
}

async function grant(brokers: string, ca: string, password: string, prefix: string): Promise<void> {
  const user = { mechanism: 'scram-sha-512', username: BROKER, password } as const
  const settings = { brokers: [brokers], topicPrefix: prefix, clientId: 'administrator', user, tls: { ca } }
  const admin = connect(settings, pino({ level: 'silent' })).admin()
  await admin.connect()
  const acl = engineUsers.flatMap((user) =>
    kafkaRightsOf(user, prefix).flatMap(({ on, name, pattern, operations: allowed }) =>
      allowed.map((operation) => ({
        resourceType: RESOURCES[on],
        resourceName: name,
        resourcePatternType: PATTERNS[pattern],
        principal: `User:${signInName(user, prefix)}`,
        host: '*',
        operation: OPERATIONS[operation],
        permissionType: ALLOWED,
      })),
    ),
  )
  await admin.createAcls({ acl })
  await admin.disconnect()
}

async function makeUsers(host: string, password: string, passwords: Record<EngineUser, string>, prefix: string): Promise<void> {
  const first = await mongoose.createConnection(`mongodb://${host}/?directConnection=true`).asPromise()
  await first.useDb('admin').db?.command({ createUser: MONGO_ADMINISTRATOR, pwd: password, roles: ['userAdminAnyDatabase'] })
  await first.close()
  const uri = `mongodb://${MONGO_ADMINISTRATOR}:${password}@${host}/?replicaSet=sizhang`
  const administrator = await mongoose.createConnection(uri).asPromise()
  for (const user of engineUsers) {
    const roles = mongoRolesOf(user, prefix)
    if (roles.length > 0)
      await administrator.useDb('admin').db?.command({ createUser: signInName(user, prefix), pwd: passwords[user], roles })
  }
  await administrator.close()
}
