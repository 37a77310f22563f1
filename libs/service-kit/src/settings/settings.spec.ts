import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readSettings, serviceSettings, setting } from './settings'

const environment = {
  PORT: '4001',
  KAFKA_BROKERS: 'one:9092,two:9092',
  MONGODB_URI: 'mongodb://127.0.0.1:27017',
  CALLER_KEYS: JSON.stringify({ keys: [{ kty: 'OKP' }] }),
  CURSOR_KEY: randomBytes(32).toString('base64'),
}
const read = (said: Record<string, string | undefined>) => readSettings(serviceSettings, { ...environment, ...said })

test('settings are read once, with what is not said as by default', () => {
  expect(read({})).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 4001,
    KAFKA_BROKERS: ['one:9092', 'two:9092'],
    TOPIC_PREFIX: '',
    PACKS_DIRS: ['libs/packs'],
    LOG_LEVEL: 'info',
  })
})

test.each(['PORT', 'KAFKA_BROKERS', 'MONGODB_URI', 'CALLER_KEYS', 'CURSOR_KEY'])(
  'without %s a service does not start, and says its name',
  (name) => {
    expect(() => read({ [name]: undefined })).toThrow(new RegExp(`^设置有误[^]*\n {2}${name}: `))
  },
)

test.each([
  ['CURSOR_KEY', 'c2hvcnQtc2VjcmV0'],
  ['CURSOR_KEY', 'secret that is no base64'],
  ['CALLER_KEYS', '{"keys": "secret-key"'],
  ['CALLER_KEYS', '{"keys": []}'],
  ['MONGODB_URI', 'http://user:secret-word@host'],
  ['PORT', '70000'],
  ['TODAY', '2026-02-30'],
  ['LOG_LEVEL', 'loud'],
])('%s is never repeated when it is wrong', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ message: expect.stringContaining(`${name}`) }))
  expect(() => read({ [name]: value })).not.toThrow(value)
})

test('all that is wrong is named at once', () => {
  expect(() => read({ PORT: undefined, CURSOR_KEY: undefined })).toThrow(/PORT[^]*CURSOR_KEY/)
})

test('traces go to an address, or nowhere: compose hands on what is not set as an empty text', () => {
  const endpoint = (address: string) => read({ OTEL_EXPORTER_OTLP_ENDPOINT: address }).OTEL_EXPORTER_OTLP_ENDPOINT
  expect(endpoint('http://127.0.0.1:4318')).toBe('http://127.0.0.1:4318')
  expect(endpoint('')).toBe('')
  expect(() => endpoint('collector')).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT')
})

test('a secret that may be away is away where it is empty, and a wrong one is refused like any other', () => {
  const key = (text: string) => readSettings(z.object({ KEY: setting.secretOrEmpty(32).optional() }), { KEY: text }).KEY
  const given = randomBytes(32)
  expect([key(''), key(given.toString('base64'))]).toEqual([undefined, given])
  expect(() => key('c2hvcnQ=')).toThrow('KEY: needs 32 bytes in base64, or nothing')
})
