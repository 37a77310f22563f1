import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GatewayUnderTest } from '../testing/gateway-under-test'
import { TinyService } from '../testing/tiny-service'
import { refusal } from '../testing/tiny-subgraph'

const KNOWN = 'query Today { today }'
let organization: TinyService
let gateway: GatewayUnderTest
let portal: string

beforeAll(async () => {
  portal = await mkdtemp(join(tmpdir(), 'portal-'))
  await writeFile(join(portal, 'operations.json'), JSON.stringify({ [createHash('sha256').update(KNOWN).digest('hex')]: KNOWN }))
  organization = await TinyService.start({
    sdl: 'type Query { today: String! never: String }',
    resolvers: {
      Query: {
        today: () => '2026-06-30',
        never: () => {
          throw refusal('NOT_SEEN', 'id')
        },
      },
    },
  })
  gateway = await GatewayUnderTest.start({ services: { organization: organization.url }, environment: { PORTAL_DIR: portal } })
})
afterAll(async () => {
  await gateway.stop()
  await organization.goAway()
  await rm(portal, { recursive: true })
})

test('the portal’s operations are measured by name, anybody else’s together, whatever they call themselves', async () => {
  await gateway.ask(KNOWN)
  await gateway.ask('query Today { today never }')
  await gateway.ask('query Stranger { today }')
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
  const figure = (metric: string, ...labels: string[]) =>
    metrics
      .split('\n')
      .find((line) => line.startsWith(`${metric}{`) && [...labels, 'service="gateway"'].every((label) => line.includes(label)))
  expect(figure('gateway_operation_seconds_count', 'operation="Today"')).toMatch(/ 1$/)
  expect(figure('gateway_operation_seconds_count', 'operation="other"')).toMatch(/ 2$/)
  expect(figure('gateway_operation_errors_total', 'operation="other"', 'family="BAD_USER_INPUT"')).toMatch(/ 1$/)
  expect(metrics).not.toContain('Stranger')
})
