import { apps, services, type App } from '@sizhang/engines'
import type { Rig } from '../../rig/rig'
import { callerToken, forgedTokens } from '../../rig/tokens'
import type { Trial } from '../../trial'

const QUESTION = '{ units(first: 1) { nodes { id } } }'
/** A header longer than Node's server takes is refused before there is a request. */
const HEADER_TOO_LONG = 431

interface Said {
  status: number
  code?: string | undefined
  text: string
}

/** Each forged token at each door: all are refused, and none learns why. */
async function forged(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  const texts = new Set<string>()
  const tokens = await forgedTokens(rig.settings.secrets.callerSigningKey)
  for (const [name, token] of tokens) {
    for (const app of apps) {
      const { status, code, text } = await ask(rig, app, JSON.stringify({ query: QUESTION }), token)
      if (status === HEADER_TOO_LONG) continue
      if (status !== 401 || code !== 'UNAUTHENTICATED') findings.push(`a token with ${name}: ${app} answered ${status} ${code}`)
      texts.add(`${app}: ${text}`)
    }
    for (const path of ['/session', '/facts?topics=organization.units', '/files/organization/areas']) {
      const { status } = await fetch(rig.gateway + path, { headers: { authorization: `Bearer ${token}` } })
      if (![401, HEADER_TOO_LONG].includes(status)) findings.push(`a token with ${name}: ${path} answered ${status}`)
    }
  }
  if (texts.size > apps.length) findings.push(`refusals of tokens differ: ${[...texts].join(' | ')}`)
  const good = await callerToken(rig.settings.secrets.callerSigningKey, [
    { role: 'CITY_ADMINISTRATOR', within: { kind: 'EVERYWHERE' }, from: '2018-01-01', until: null },
  ])
  const { status } = await ask(rig, 'gateway', JSON.stringify({ query: QUESTION }), good)
  if (status !== 200) findings.push(`the installation's own token: ${status}`)
  return findings
}

const nested = (levels: number) => `{ units(first: 1) ${'{ nodes { parent '.repeat(levels / 2)}{ id }${' } }'.repeat(levels / 2)} }`
const many = (count: number, text: (at: number) => string) => Array.from({ length: count }, (_, at) => text(at)).join(' ')

/** Requests that cost the sender nothing and the receiver much, and the statuses that they may have. */
const COSTLY: { name: string; body: string; statuses: number[] }[] = [
  { name: 'depth 50', body: query(nested(50)), statuses: [400] },
  { name: '1,000 aliases', body: query(`{ ${many(1_000, (at) => `a${at}: me { id }`)} }`), statuses: [400] },
  { name: '10,000 directives', body: query(`{ me { id ${many(10_000, () => '@skip(if: false)')} } }`), statuses: [400] },
  { name: 'a body of 1 MB', body: query(QUESTION, { text: 'x'.repeat(1_000_000) }), statuses: [413] },
  {
    name: 'circular fragments',
    body: query('{ units { ...a } } fragment a on UnitConnection { ...b } fragment b on UnitConnection { ...a }'),
    statuses: [400],
  },
  { name: 'first: 1e9', body: query('{ units(first: 1e9) { nodes { id } } }'), statuses: [400] },
  { name: 'first: 1000000000', body: query('{ units(first: 1000000000) { nodes { id } } }'), statuses: [400] },
  {
    name: 'first: 1000000000 as a variable',
    body: query('query ($n: Int) { units(first: $n) { nodes { id } } }', { n: 1e9 }),
    statuses: [400],
  },
  { name: 'a batch of 500', body: JSON.stringify(Array.from({ length: 500 }, () => ({ query: QUESTION }))), statuses: [400] },
  { name: 'introspection in production', body: query('{ __schema { types { name fields { name } } } }'), statuses: [400] },
  {
    name: 'fragments that spread one another for hours',
    body: query(
      `{ ...f0 ...f0 } ${many(40, (at) => `fragment f${at} on Query { ${at < 39 ? `...f${at + 1} ...f${at + 1}` : 'me { id }'} }`)}`,
    ),
    statuses: [400],
  },
  { name: 'half a document', body: '{"query": "{ un', statuses: [400] },
]

function query(text: string, variables: object = {}): string {
  return JSON.stringify({ query: text, variables })
}

/** Each is refused by the gateway itself: no service is asked anything. */
async function costly(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  const before = await askedOfServices(rig)
  for (const { name, body, statuses } of COSTLY) {
    const { status, text } = await ask(rig, 'gateway', body)
    if (!statuses.includes(status)) findings.push(`${name}: ${status} ${text.slice(0, 100)}`)
  }
  const asked = (await askedOfServices(rig)) - before
  if (asked > 0) findings.push(`services were asked ${asked} times`)
  const { status } = await ask(rig, 'gateway', query(QUESTION))
  if (status !== 200) findings.push(`an ordinary query afterwards: ${status}`)
  return findings
}

/** Root fields that the services have been asked for so far; those of the composition are not counted. */
async function askedOfServices(rig: Rig): Promise<number> {
  const counts = services.map(async (service) => {
    const text = await (await fetch(`${rig.processes[service].url}/metrics`)).text()
    const lines = text.matchAll(/^sizhang_request_seconds_count\{[^}]*operation="([^"]+)"[^}]*\} (\d+)$/gm)
    return [...lines].filter(([, operation]) => operation !== '_service').reduce((sum, [, , count]) => sum + Number(count), 0)
  })
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

async function ask(rig: Rig, app: App, body: string, token?: string): Promise<Said> {
  const authorization = token === undefined ? await rig.authorization() : `Bearer ${token}`
  const headers = { 'content-type': 'application/json', authorization }
  const response = await fetch(`${rig.processes[app].url}/graphql`, { method: 'POST', headers, body })
  const text = await response.text()
  return { status: response.status, code: /"code":"([A-Z_]+)"/.exec(text)?.[1], text: text.replace(/"traceId":"[^"]*",?/, '') }
}

export const gate: Trial[] = [
  {
    number: 24,
    name: '伪造令牌 forged tokens',
    passes: 'UNAUTHENTICATED at the gateway and at each service, one text for all; 64 KB: refused by the server before (431)',
    faultsARun: 20,
    control: {
      without: 'the issuer and the audience: whatever the key has signed is taken',
      patches: [
        {
          file: 'libs/service-kit/src/caller/caller-tokens.ts',
          find: `      issuer: TOKEN_ISSUER,\n      audience: TOKEN_AUDIENCE,\n`,
          put: '',
        },
      ],
      apps: ['gateway', 'organization'],
    },
    run: (rig) => repeated(rig, forged),
  },
  {
    number: 26,
    name: '昂贵的请求 costly requests',
    passes: '400 (413 for the body) by the gateway itself: no service is asked',
    faultsARun: 20,
    control: {
      without: 'the limit of aliases',
      patches: [{ file: 'apps/gateway/src/edge/limits.ts', find: 'most: 100,', put: 'most: 1_000_000,' }],
      apps: ['gateway'],
    },
    run: (rig) => repeated(rig, costly),
  },
]

/** Makes all of them as often as faults are asked for, and stops where something is found. */
async function repeated(rig: Rig, attempt: (rig: Rig) => Promise<string[]>): Promise<string[]> {
  for (let time = 0; time < rig.options.faults; time++) {
    const findings = await attempt(rig)
    if (findings.length > 0) return findings
  }
  return []
}
