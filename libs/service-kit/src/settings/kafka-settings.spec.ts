import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kafkaFrom, kafkaSettings } from './kafka-settings'
import { readSettings } from './settings'

const read = (said: Record<string, string>) =>
  kafkaFrom(readSettings(kafkaSettings, { KAFKA_BROKERS: 'one:9092,two:9092', ...said }), 'reporting')
const folder = mkdtempSync(join(tmpdir(), 'kafka-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('without a name nobody signs in, and the way is in the open', () => {
  const alone = { brokers: ['one:9092', 'two:9092'], topicPrefix: '', clientId: 'reporting' }
  expect(read({})).toEqual(alone)
  expect(read({ KAFKA_USERNAME: '', KAFKA_PASSWORD: '', KAFKA_CA_FILE: '' })).toEqual(alone)
})

test('name, password and mechanism make a user, and a file an authority', () => {
  const file = join(folder, 'ca.pem')
  writeFileSync(file, 'certificate')
  const said = { KAFKA_USERNAME: 'reporting', KAFKA_PASSWORD: 'word', KAFKA_TLS: 'on', KAFKA_CA_FILE: file, TOPIC_PREFIX: 'city1.' }
  expect(read(said)).toMatchObject({
    topicPrefix: 'city1.',
    user: { mechanism: 'scram-sha-512', username: 'reporting', password: 'word' },
    tls: { ca: 'certificate' },
  })
  expect(read({ KAFKA_TLS: 'on' }).tls).toEqual({})
})

test.each([
  ['KAFKA_PASSWORD', { KAFKA_USERNAME: 'reporting' }],
  ['KAFKA_USERNAME', { KAFKA_PASSWORD: 'secret-word' }],
  ['KAFKA_MECHANISM', { KAFKA_USERNAME: 'reporting', KAFKA_PASSWORD: 'secret-word', KAFKA_MECHANISM: 'plain' }],
  ['KAFKA_MECHANISM', { KAFKA_MECHANISM: 'gssapi' }],
  ['KAFKA_TLS', { KAFKA_TLS: 'yes' }],
  ['KAFKA_CA_FILE', { KAFKA_TLS: 'on', KAFKA_CA_FILE: join(folder, 'none.pem') }],
])('%s is named when it is missing or wrong, and no password is repeated: %j', (name, said) => {
  expect(() => read(said)).toThrow(new RegExp(`\n {2}${name}: `))
  expect(() => read(said)).not.toThrow('secret-word')
})

test('plain is taken where the way is encrypted', () => {
  const said = { KAFKA_USERNAME: 'reporting', KAFKA_PASSWORD: 'word', KAFKA_MECHANISM: 'plain', KAFKA_TLS: 'on' }
  expect(read(said).user?.mechanism).toBe('plain')
})
