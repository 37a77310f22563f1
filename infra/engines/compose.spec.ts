import { readFileSync } from 'node:fs'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { apps, environmentOf, generateSecrets, portsFrom, services } from '../stack'
import { fixedBrokerSettings } from './kafka'

interface Container {
  image?: string
  ports?: string[]
  profiles?: string[]
  environment?: Record<string, unknown>
  command?: string[]
  build?: { target: string }
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
  configs?: { source: string; target: string }[]
}

const compose = load(readFileSync('docker-compose.yml', 'utf8'), { schema: YAML11_SCHEMA }) as {
  services: Record<string, Container>
  configs: Record<string, { file: string }>
}
const container = (name: string) => compose.services[name] ?? {}
const stages = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name)

test('Kafka in Docker has the settings of the local one', () => {
  const inDocker = container('kafka').environment ?? {}
  for (const [name, value] of Object.entries(fixedBrokerSettings)) {
    expect({ [name]: String(inDocker[`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`]) }).toEqual({ [name]: String(value) })
  }
})

test('MongoDB in Docker is a replica set that its health check founds', () => {
  const { command, healthcheck } = container('mongo')
  expect(command).toEqual(expect.arrayContaining(['--replSet', 'sizhang', 'transactionLifetimeLimitSeconds=5']))
  expect(healthcheck?.test.join(' ')).toContain("rs.initiate({ _id: 'sizhang'")
})

test('what is reached from outside is reached from this machine alone', () => {
  const ports = Object.values(compose.services).flatMap((each) => each.ports ?? [])
  expect(ports).toHaveLength(3)
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
})

test.each(apps)('%s is in the profile `full`, built to its own stage, started after healthy engines', (app) => {
  const { profiles, build, depends_on } = container(app)
  expect(profiles).toEqual(['full'])
  expect(stages).toContain(build?.target)
  expect(build?.target).toBe(app)
  expect(depends_on).toEqual({ kafka: { condition: 'service_healthy' }, mongo: { condition: 'service_healthy' } })
})

test.each(apps)('%s is given every setting in Docker that it is given without', (app) => {
  const local = environmentOf(app, {
    root: '',
    home: '',
    ports: portsFrom(4000),
    brokers: '',
    mongoUri: '',
    secrets: generateSecrets(),
  })
  const byImageOrDefault = ['NODE_ENV', 'HOST', 'PORTAL_DIR', 'TOPIC_PREFIX', 'DATABASE_PREFIX']
  const wanted = Object.keys(local).filter((name) => !byImageOrDefault.includes(name))
  expect(Object.keys(container(app).environment ?? {})).toEqual(expect.arrayContaining(wanted))
  expect(String(container(app).environment?.['PORT'])).toBe(local['PORT'])
})

test.each(apps)('%s sends traces where .env says, and none where it says nothing', (app) => {
  expect(container(app).environment?.['OTEL_EXPORTER_OTLP_ENDPOINT']).toBe('${OTEL_EXPORTER_OTLP_ENDPOINT:-}')
})

test('the gateway finds the services where they are', () => {
  const { SERVICES } = container('gateway').environment ?? {}
  expect(SERVICES).toBe(services.map((service) => `${service}=http://${service}:${container(service).environment?.['PORT']}`).join(','))
})

test('membership reads its own bases and terms only where .env names a file of them', () => {
  const { environment, configs } = container('membership')
  expect(environment?.['PERSONAL_DATA_FILE']).toBe('${PERSONAL_DATA_FILE:+/run/personal-data.json}')
  expect(configs).toEqual([{ source: 'personal-data', target: '/run/personal-data.json' }])
  expect(compose.configs).toEqual({ 'personal-data': { file: '${PERSONAL_DATA_FILE:-/dev/null}' } })
})
