import { readFileSync } from 'node:fs'
import { basisKinds, purposeCodes, termCodes, terms } from '@sizhang/service-kit/personal-data'
import { CHART } from './chart-files'
import { rendering } from './rendered'
import { settingsIn, settingsOf } from './settings'
import { secretFaults, settingFaults, structureFaults } from './structure'
import { refusals, valuesFaults } from './values'

/** What the schema of the values says of personal data. */
function personalDataInSchema() {
  const { properties, definitions } = JSON.parse(readFileSync(`${CHART}/values.schema.json`, 'utf8')) as {
    properties: { personalData: { properties: Record<'bases' | 'months', { properties: Record<string, unknown> }> } }
    definitions: { basis: { enum: string[] } }
  }
  return { personalData: properties.personalData.properties, basis: definitions.basis }
}
const brokers = { kafka: { brokers: ['kafka:9092'] } }

test('the chart gives each app its port, its image and every setting that it does not start without', () => {
  expect(structureFaults()).toEqual([])
})

test('a setting is required when it has no default and may not be away', () => {
  const source = `const one = z.object({ PORT: port, HOST: z.string().default(''), TODAY: z.iso.date().optional(), small: 1 })
    const other = one.extend({ FIELD_KEY: setting.secret(32) })`
  expect([...settingsIn(source)]).toEqual([
    ['PORT', 'required'],
    ['HOST', 'optional'],
    ['TODAY', 'optional'],
    ['FIELD_KEY', 'required'],
  ])
})

test('a service has its own settings and those of every service', () => {
  expect(settingsOf('membership')).toEqual(expect.objectContaining({ size: settingsOf('reporting').size + 16 }))
  expect(settingsOf('gateway').get('MONGODB_URI')).toBeUndefined()
})

test('a setting that an app does not know is a fault, and so is one that it is not given', () => {
  const known = settingsIn('z.object({ PORT: port, KAFKA_BROKERS: z.string(), LOG_LEVEL: z.string().default("info") })')
  expect(settingFaults('reporting', { settings: { KAFKA_BROKER: 'kafka' }, secrets: {} }, known)).toEqual([
    'reporting knows no setting KAFKA_BROKER',
    'reporting is not given KAFKA_BROKERS, without which it does not start',
  ])
})

test('a key that need not be in the Secret is one that a step of replacing it writes', () => {
  const mayBeAway = { NEXT_FIELD_KEY: 'NEXT_FIELD_KEY', PREVIOUS_FIELD_KEY: 'FIELD_KEY_BEFORE' }
  expect(secretFaults('membership', { secrets: {}, mayBeAway })).toEqual([
    'membership asks for FIELD_KEY_BEFORE, which is no key of the Secret',
  ])
  const known = settingsIn('z.object({ PORT: port, NEXT_FIELD_KEY: secret.optional() })')
  expect(settingFaults('membership', { settings: {}, secrets: {}, mayBeAway }, known)).toEqual([
    'membership knows no setting PREVIOUS_FIELD_KEY',
  ])
})

test('what an installation may say of personal data is what membership takes, within its bounds', () => {
  const { personalData, basis } = personalDataInSchema()
  expect(basis.enum).toEqual(basisKinds)
  expect(Object.keys(personalData.bases.properties)).toEqual(purposeCodes)
  const bounds = termCodes.map((code) => [code, { type: 'integer', minimum: terms[code].least, maximum: terms[code].most }])
  expect(personalData.months.properties).toEqual(Object.fromEntries(bounds))
})

test('a service is not given the key of another', () => {
  const secrets = { FIELD_KEY: 'FIELD_KEY', CURSOR_KEY: 'CURSOR_KEY', MONGODB_URI: 'MONGODB_URI_MEMBERSHIP' }
  expect(secretFaults('activity', { secrets })).toEqual([
    'activity asks for CURSOR_KEY, which is no key of the Secret',
    'activity asks for MONGODB_URI_MEMBERSHIP, which is no key of the Secret',
  ])
})

test('each size of installation is allowed, once it names its brokers', () => {
  expect(valuesFaults()).toEqual([])
  expect(refusals()).toEqual(['/kafka/brokers must NOT have fewer than 1 items'])
})

test.each([
  ['a name that is no option', { apps: { gateway: { replica: 3 } } }, '/apps/gateway must NOT have additional properties'],
  ['no instance at all', { apps: { reporting: { replicas: 0 } } }, '/apps/reporting/replicas must be >= 1'],
  [
    'a unit that is none',
    { apps: { activity: { resources: { limits: { memory: '10Mb' } } } } },
    '/apps/activity/resources/limits/memory must',
  ],
  ['a gateway scaled by a lag that it has not', { apps: { gateway: { mostReplicas: 3 } } }, '/apps/gateway must NOT have additional'],
  ['a broker without a port', { kafka: { brokers: ['kafka'] } }, '/kafka/brokers/0 must match pattern'],
  ['an ingress without a host', { ingress: { enabled: true } }, '/ingress/host must NOT have fewer than 1 characters'],
  [
    'a peer that would mean everybody',
    { networkPolicy: { clients: [{ namespaceSelector: { matchLabel: {} } }] } },
    '/networkPolicy/clients/0',
  ],
  ['a collector without http://', { traces: { endpoint: 'collector:4318' } }, '/traces/endpoint must match pattern'],
  [
    'a secret among the settings of one app',
    { apps: { membership: { env: { FIELD_KEY: 'x' } } } },
    '/apps/membership/env must NOT be valid',
  ],
  [
    'a term of keeping beyond its bounds',
    { personalData: { months: { ACCESS_REASONS: 12 } } },
    '/personalData/months/ACCESS_REASONS must be >= 36',
  ],
  ['a previous key among the settings', { apps: { membership: { env: { PREVIOUS_FIELD_KEY: 'x' } } } }, '/apps/membership/env must NOT be'],
  ['a number as a setting', { apps: { reporting: { env: { OTEL_TRACES_SAMPLER_ARG: 0.1 } } } }, '/OTEL_TRACES_SAMPLER_ARG must be string'],
  ['a secret in the values', { mongodb: { uri: 'mongodb://user:password@mongo' } }, '/mongodb must NOT have additional properties'],
])('%s is refused by its place', (_, values, refusal) => {
  expect(refusals(brokers, values)[0]).toContain(refusal)
})

test('without helm the chart is not rendered, and that is said', async () => {
  const path = process.env['PATH']
  process.env['PATH'] = ''
  try {
    expect(await rendering()).toEqual({ said: 'NOT RENDERED: there is no helm here', faults: [] })
  } finally {
    process.env['PATH'] = path
  }
})
