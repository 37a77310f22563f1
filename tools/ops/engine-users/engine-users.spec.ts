import { services } from '@sizhang/engines'
import { kafkaRightsOf, mongoRolesOf } from './engine-rights'
import { kafkaCommands, mongoCommands } from './engine-users'

const KAFKA = { brokers: ['kafka:9092'], clientId: 'ops' }

test.each(services)('%s writes the topics of its own name and no others, and has its own database alone', (service) => {
  const written = kafkaRightsOf(service, 'city1.').filter(({ operations }) => operations.includes('Write'))
  expect(written).toEqual([{ on: 'topic', name: `city1.${service}.`, pattern: 'prefixed', operations: ['Write'] }])
  expect(mongoRolesOf(service, 'city1_')).toEqual([{ role: 'readWrite', db: `city1_${service}` }])
})

test.each(['gateway', 'analyst'] as const)('%s reads facts, changes none and has no database', (user) => {
  expect(kafkaRightsOf(user, '').flatMap(({ on, operations }) => (on === 'topic' ? operations : []))).toEqual(['Read'])
  expect(mongoRolesOf(user, '')).toEqual([])
})

test.each(services)('%s is in the group of its name, and in that of a rebuild beside it', (service) => {
  const named = kafkaRightsOf(service, 'city1.').flatMap(({ on, name, pattern }) => (on === 'group' ? [`${pattern} ${name}`] : []))
  expect(named).toEqual([`literal city1.${service}`, `literal city1.${service}.rebuild`])
})

test('KEDA sees how far topics and groups are, and reads none', () => {
  expect(kafkaRightsOf('keda', 'city1.').map(({ on, name, operations }) => [on, name, ...operations])).toEqual([
    ['topic', 'city1.', 'Describe'],
    ['group', 'city1.', 'Describe'],
  ])
  expect(mongoRolesOf('keda', 'city1_')).toEqual([])
})

test('the commands name the installation’s brokers, prefixes and users, and hold no password, nor does an argument of theirs', () => {
  const lines = kafkaCommands({ kafka: { ...KAFKA, topicPrefix: 'city1.' } })
  expect(lines).toContain(
    './kafka-configs.sh --bootstrap-server kafka:9092 --command-config admin.properties --alter --entity-type users --entity-name city1.reporting --add-config-file <(printf \'SCRAM-SHA-512=password=%s\\n\' "${REPORTING_PASSWORD:?}")',
  )
  expect(lines).toContain(
    "./kafka-acls.sh --bootstrap-server kafka:9092 --command-config admin.properties --add --force --allow-principal User:city1.reporting --operation Write --topic 'city1.reporting.' --resource-pattern-type prefixed",
  )
  expect(mongoCommands({ databasePrefix: 'city1_' })).toContain(
    `db.createUser({ user: 'city1_activity', pwd: passwordPrompt(), roles: [{"role":"readWrite","db":"city1_activity"}] })`,
  )
})

test('without a prefix a right is for all there are, by the name that Kafka has for that', () => {
  expect(kafkaCommands({ kafka: { ...KAFKA, topicPrefix: '' } }).join('\n')).toContain("--operation Read --operation Create --topic '*'\n")
})
