import { portsFrom } from './apps'
import { environmentOf, type StackSettings } from './environment'
import { generateSecrets } from './secrets'

const secrets = generateSecrets()
const settings: StackSettings = {
  root: '/repository',
  home: '/repository/.sizhang',
  ports: portsFrom(4000),
  brokers: '127.0.0.1:9092',
  mongoUri: 'mongodb://127.0.0.1:27017/',
  secrets,
}

test('the gateway is told where each service is, and keeps no secret', () => {
  const environment = environmentOf('gateway', settings)
  expect(environment['SERVICES']).toBe(
    'organization=http://127.0.0.1:4001,membership=http://127.0.0.1:4002,activity=http://127.0.0.1:4003,reporting=http://127.0.0.1:4004',
  )
  expect(environment['PORT']).toBe('4000')
  expect(Object.keys(environment)).not.toEqual(expect.arrayContaining(['MONGODB_URI']))
})

test('membership alone signs, encrypts and knows the first password', () => {
  expect(environmentOf('membership', settings)).toMatchObject({ FIELD_KEY: secrets.fieldKey, FIRST_PASSWORD: secrets.firstPassword })
  for (const app of ['organization', 'activity', 'reporting', 'gateway'] as const) {
    const values = Object.values(environmentOf(app, settings)).join()
    for (const secret of [secrets.fieldKey, secrets.indexKey, secrets.firstPassword, secrets.callerSigningKey])
      expect(values).not.toContain(secret)
  }
})

test('each service signs cursors with a key of its own', () => {
  expect(environmentOf('activity', settings)['CURSOR_KEY']).toBe(secrets.cursorKeys.activity)
  expect(environmentOf('reporting', settings)['CURSOR_KEY']).toBe(secrets.cursorKeys.reporting)
})

test('what is set by hand wins', () => {
  expect(environmentOf('activity', { ...settings, env: { PORT: '5000' } })['PORT']).toBe('5000')
})
