import { engines, freshNames } from '@sizhang/testing'
import { everywhere, type Grant } from '@sizhang/service-kit'
import { areaList, aRow, CITY_AND_COUNTY } from './testing/builders'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
let organization: OrganizationUnderTest

/** A town's records: its unit with a body, a term and a seat, and an employer. */
interface Town {
  unit: string
  body: string
  seat: string
  employer: string
}
let [own, foreign]: Town[] = []

const OWN = '320205001'
const FOREIGN = '320205002'
const within = (code: string, role = 'TOWN_SECRETARY'): Grant => ({
  role,
  within: { kind: 'AREA', code },
  from: '2024-01-01',
  until: '2027-01-01',
})
const secretary = { grants: [within(OWN)], account: 'secretary' }

async function made(name: string, input: object, fields: string): Promise<string> {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields })
  expect(errors).toBeUndefined()
  return Object.values(data[name] ?? {})[0]?.id ?? ''
}

async function town(areaCode: string): Promise<Town> {
  const unit = await made('establishUnit', { name: `${areaCode}科协`, type: 'TOWN', areaCode, from: '2018-06-11' }, 'unit { id }')
  const body = await made('openBody', { unitId: unit, from: '2018-06-11' }, 'body { id }')
  const place = { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'] }
  await made('openTerm', { bodyId: body, from: '2021-06-01', until: '2026-06-01' }, 'body { id }')
  const seat = await made('createSeat', { bodyId: body, term: 1, seat: place }, 'seat { id }')
  const employer = await made(
    'registerEmployer',
    { name: `${areaCode}卫生院`, kind: 'hospital', level: 'TOWN', areaCode },
    'employer { id }',
  )
  return { unit, body, seat, employer }
}

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const streets = [aRow(), aRow({ line: 5, code: FOREIGN, name: '安镇街道' })]
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })
  own = await town(OWN)
  foreign = await town(FOREIGN)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const reference = (type: string, id: string, field: string) =>
  `{ found: _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${field} } } }`

/** Every way to a record of a town. */
const READS: [string, (town: Town, code: string) => string][] = [
  ['unit', ({ unit }) => `{ found: unit(id: "${unit}") { id } }`],
  ['units within its area', (_, code) => `{ found: units(within: "${code}") { nodes { id } } }`],
  ['units by name', (_, code) => `{ found: units(search: "${code}") { nodes { id } } }`],
  ['a unit by reference', ({ unit }) => reference('Unit', unit, 'id name')],
  ['the units of an area', (_, code) => `{ found: area(code: "${code}") { units { id } } }`],
  ['body', ({ body }) => `{ found: body(id: "${body}") { id } }`],
  ['a body by reference', ({ body }) => reference('Body', body, 'id from')],
  ['seat', ({ seat }) => `{ found: seat(id: "${seat}") { id } }`],
  ['a seat by reference', ({ seat }) => reference('Seat', seat, 'id title')],
  ['the terms that end within its area', (_, code) => `{ found: termWarnings(within: "${code}") { body { id } } }`],
  ['the terms to be renewed within its area', (_, code) => `{ found: termsDue(within: "${code}") { nodes { body { id } } } }`],
  ['employer', ({ employer }) => `{ found: employer(id: "${employer}") { id } }`],
  ['employers within its area', (_, code) => `{ found: employers(within: "${code}") { nodes { id } } }`],
  ['an employer by reference', ({ employer }) => reference('Employer', employer, 'id name')],
]

const ids = (found: unknown): string[] => JSON.stringify(found).match(/[0-9a-f-]{36}/g) ?? []

test.each(READS)('a secretary finds what is her own and nothing of the next town: %s', async (_, query) => {
  const mine = await organization.ask(query(own as Town, OWN), secretary)
  expect(mine.errors).toBeUndefined()
  expect(ids(mine.data).filter((id) => Object.values(own as Town).includes(id))).not.toEqual([])
  const others = await organization.ask(query(foreign as Town, FOREIGN), secretary)
  expect(others.errors).toBeUndefined()
  expect(ids(others.data)).toEqual([])
})

test('a list without a place is that of her own town', async () => {
  const { data } = await organization.ask<{ units: { nodes: { id: string }[] } }>('{ units { nodes { id } } }', secretary)
  expect(data.units.nodes).toEqual([{ id: own?.unit }])
})

test('of a unit that stands under one beyond her reach she is told that it does, and not under which', async () => {
  const { data } = await organization.ask<{ unit: object }>(`{ unit(id: "${foreign?.unit}") { parent { id } hasParent } }`)
  expect(data.unit).toEqual({ parent: null, hasParent: false })
  const county = await made('establishUnit', { name: '锡山区科协', type: 'COUNTY', areaCode: '320205', from: '2018-06-11' }, 'unit { id }')
  const below = { name: '下属科协', type: 'TOWN', areaCode: OWN, parentId: county, from: '2018-06-11' }
  const id = await made('establishUnit', below, 'unit { id }')
  const asked = await organization.ask<{ unit: object }>(`{ unit(id: "${id}") { parent { id } hasParent } }`, secretary)
  expect(asked.data.unit).toEqual({ parent: null, hasParent: true })
})

test('the list of areas is for everybody who is signed in with a role', async () => {
  const { data } = await organization.ask<{ areas: { nodes: unknown[] } }>('{ areas { nodes { code } } }', secretary)
  expect(data.areas.nodes).toHaveLength(4)
})

const seat = { title: '委员', rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'] }
const WRITES: [string, (town: Town, code: string) => object, 'FORBIDDEN' | 'NOT_FOUND' | 'UNIT_UNKNOWN'][] = [
  ['establishUnit', (_, areaCode) => ({ name: '又一科协', type: 'TOWN', areaCode, from: '2019-01-01' }), 'FORBIDDEN'],
  ['dissolveUnit', ({ unit: unitId }) => ({ unitId, on: '2026-03-01', reason: '撤并' }), 'NOT_FOUND'],
  ['reviveUnit', ({ unit: unitId }) => ({ unitId, paper: '1号' }), 'NOT_FOUND'],
  ['openBody', ({ unit: unitId }) => ({ unitId, kind: 'congress', from: '2020-01-01' }), 'UNIT_UNKNOWN'],
  ['postponeCongress', ({ body: bodyId }) => ({ bodyId, term: 1, until: '2026-12-01', paper: '1号' }), 'NOT_FOUND'],
  ['openTerm', ({ body: bodyId }) => ({ bodyId, from: '2026-06-01', until: '2031-06-01' }), 'NOT_FOUND'],
  ['createSeat', ({ body: bodyId }) => ({ bodyId, term: 1, seat }), 'NOT_FOUND'],
  ['endBody', ({ body: bodyId }) => ({ bodyId, on: '2026-12-01' }), 'NOT_FOUND'],
  ['registerEmployer', (_, areaCode) => ({ name: '中学', kind: 'primary-school', level: 'TOWN', areaCode }), 'FORBIDDEN'],
]

test.each(WRITES)('%s in the next town is refused, and nothing is stored', async (name, input, code) => {
  const kinds = ['units', 'bodies', 'employers']
  const before = await organization.stored(kinds)
  const { errors } = await organization.command(name, input(foreign as Town, FOREIGN), secretary)
  expect(errors).toMatchObject([{ extensions: { code } }])
  expect(await organization.stored(kinds)).toEqual(before)
})

const BY_THEMSELVES = ['dissolveUnit', 'reviveUnit', 'endBody']
test.each(WRITES.filter(([name]) => !BY_THEMSELVES.includes(name)))('%s in her own town is done', async (name, input) => {
  expect((await organization.command(name, input(own as Town, OWN), secretary)).errors).toBeUndefined()
})

test('a joint unit of her own town covers no area beyond her reach', async () => {
  const joint = { name: '联合科协', type: 'TOWN', areaCode: OWN, alsoCovers: [FOREIGN], mode: 'JOINT_BY_AREA', from: '2019-01-01' }
  const { errors } = await organization.command('establishUnit', joint, secretary)
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', field: 'alsoCovers', value: FOREIGN } }])
  const county = { grants: [within('320205', 'COUNTY_SECRETARY')], account: 'county' }
  expect((await organization.command('establishUnit', { ...joint, name: '联合科协二' }, county)).errors).toBeUndefined()
})

test('a unit below hers that she may not see still keeps hers from being dissolved', async () => {
  const { data } = await organization.command<{ id: string }>(
    'establishUnit',
    { name: '企业科协', type: 'ENTERPRISE', areaCode: FOREIGN, parentId: own?.unit, from: '2019-01-01' },
    { fields: 'unit { id }' },
  )
  expect(data['establishUnit']).toBeTruthy()
  const { errors } = await organization.command('dissolveUnit', { unitId: own?.unit, on: '2026-03-01', reason: '撤并' }, secretary)
  expect(errors).toMatchObject([{ extensions: { code: 'UNIT_HAS_UNITS_BELOW' } }])
})

test('what she may see and not change is refused as forbidden', async () => {
  const reader = { grants: [within(OWN, 'ANALYST')], account: 'analyst' }
  const { errors } = await organization.command('createSeat', { bodyId: own?.body, term: 1, seat }, reader)
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('a clerk of one unit reaches that unit and no other of the same town', async () => {
  const clerk = {
    grants: [{ ...within(OWN, 'UNIT_CLERK'), within: { kind: 'UNIT' as const, id: own?.unit ?? '' } }],
    account: 'unit-clerk',
  }
  const { data } = await organization.ask('{ units { nodes { id } } employers { nodes { id } } }', clerk)
  expect(ids(data)).toEqual([own?.unit])
  const { errors } = await organization.command('createSeat', { bodyId: foreign?.body, term: 1, seat }, clerk)
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
})

test.each([
  ['before it begins', { from: '2026-04-01', until: null }],
  ['on the day on which it ends', { from: '2024-01-01', until: '2026-03-31' }],
])('a grant opens nothing %s', async (_, days) => {
  const { errors } = await organization.ask('{ units { nodes { id } } }', { grants: [{ ...within(OWN), ...days }] })
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('the id of a command of the next town is no way to its record', async () => {
  const input = { name: '又一科协', type: 'TOWN', areaCode: OWN, from: '2019-01-01' }
  const { data, errors } = await organization.command('establishUnit', input, { ...secretary, commandId: foreign?.unit ?? '' })
  expect(JSON.stringify({ data, errors })).not.toContain(FOREIGN)
  expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }])
})

interface Entry {
  accountId: string
  action: string
  kind: string | null
  refusal: string | null
}

async function entriesOf(record: string): Promise<Entry[]> {
  const query = `{ organizationAudit(record: "${record}", account: "stranger") { nodes { accountId action kind refusal } } }`
  const { data, errors } = await organization.ask<{ organizationAudit: { nodes: Entry[] } }>(query, { grants: [everywhere('AUDITOR')] })
  expect(errors).toBeUndefined()
  return data.organizationAudit.nodes
}

test.each(['unit', 'body', 'seat', 'employer'] as const)('who asks for a %s beyond her reach by its id leaves one entry', async (kind) => {
  const id = foreign?.[kind] ?? ''
  const stranger = { ...secretary, account: 'stranger' }
  expect((await organization.ask(`{ found: ${kind}(id: "${id}") { id } }`, stranger)).data).toEqual({ found: null })
  expect(await entriesOf(id)).toMatchObject([{ accountId: 'stranger', refusal: 'FORBIDDEN' }])
})

test('who asks by an id that nobody has leaves no entry, and neither does a list that holds nothing beyond her reach', async () => {
  const stranger = { ...secretary, account: 'stranger' }
  const nobody = '00000000-0000-7000-8000-000000000001'
  await organization.ask(`{ unit(id: "${nobody}") { id } units(within: "${FOREIGN}") { nodes { id } } }`, stranger)
  expect(await entriesOf(nobody)).toEqual([])
})

test.each([
  ['beyond her reach', secretary.grants],
  ['of a kind that she may change nowhere', [within(FOREIGN, 'MEMBER')]],
])('who commands on a record %s leaves one entry with the code of the refusal', async (_, grants) => {
  const unitId = await made(
    'establishUnit',
    { name: `科协${grants[0]?.role}`, type: 'TOWN', areaCode: FOREIGN, from: '2018-06-11' },
    'unit { id }',
  )
  const { errors } = await organization.command(
    'dissolveUnit',
    { unitId, on: '2026-03-01', reason: '撤并' },
    { grants, account: 'stranger' },
  )
  expect(errors).toHaveLength(1)
  expect(await entriesOf(unitId)).toMatchObject([{ action: 'dissolveUnit', refusal: 'FORBIDDEN' }])
})

test('the audit is for the auditor, and for nobody who administrates', async () => {
  const { errors } = await organization.ask('{ organizationAudit { nodes { action } } }')
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})
