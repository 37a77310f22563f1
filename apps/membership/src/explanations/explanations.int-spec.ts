import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { KnownSeatsStore } from '../appointments/known-seats.store'
import { AccountsUnderTest, type SignedInAccount } from '../testing/accounts-under-test'
import { areaEstablished, aSeat, hospitalRegistered, PATH, seatCreated, unitEstablished } from '../testing/builders'
import { PersonsUnderTest } from '../testing/persons'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const NEXT = ['320200', '320206', '320206001']
const [own, next] = [aSeat({ role: 'TOWN_SECRETARY', path: PATH }), aSeat({ role: 'TOWN_SECRETARY', path: NEXT })]
const hospital = randomUUID()
const street = { role: 'TOWN_SECRETARY', areaCode: PATH.at(-1), from: '2026-01-01' }
const county = { role: 'COUNTY_SECRETARY', areaCode: '320206', from: '2026-01-01' }
const member = { role: 'MEMBER', unitId: own.unitId, from: '2026-01-01' }
let membership: MembershipUnderTest
let accounts: AccountsUnderTest
let [administrator, secretary, neighbour, chair] = [] as unknown as [SignedInAccount, SignedInAccount, SignedInAccount, SignedInAccount]
let [worker, chairPerson, child] = ['', '', '']

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names }, { ADMINISTRATION: 'alone' })
  accounts = new AccountsUnderTest(membership)
  const areas = [PATH.slice(0, 1), PATH.slice(0, 2), PATH, NEXT.slice(0, 2), NEXT].map(areaEstablished)
  const units = [own, next].flatMap((seat) => [unitEstablished(seat), seatCreated(seat)])
  await membership.seen(await membership.log.publish([...areas, ...units, hospitalRegistered(hospital)]))
  const persons = new PersonsUnderTest(membership)
  worker = await persons.register({ name: '单医生', homeJob: { employerId: hospital, title: 'hospital-head', from: '2020-01-01' } })
  const atHospital = { homeJob: { employerId: hospital, title: 'hospital-head', from: '2025-01-01' } }
  // No child is registered with a home job any more; it gives this one a place all the same, as a release before did.
  child = await persons.register({ name: '单小明', ...atHospital })
  await membership.database.collection('persons').updateOne({ _id: child as never }, { $set: { minor: { until: '2029-05-02' } } })
  chairPerson = await persons.register({ name: '单主席' })
  await persons.appoint(chairPerson, own.seatId, '2022-01-01', '2026-06-01')
  administrator = await accounts.first()
  secretary = await accounts.invited(administrator, street)
  neighbour = await accounts.invited(administrator, county)
  chair = await accounts.invited(administrator, member, { personId: chairPerson })
}, 90_000)
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Why {
  whyMay: {
    may: boolean
    missing: string | null
    reasons: { origin: string; standing: string; covers: boolean; giver: string | null; grant: { role: { code: string } } }[]
  }
}
const WHY = `query ($accountId: ID, $verb: String!, $at: WhereInput!) { whyMay(accountId: $accountId, verb: $verb, at: $at) {
  may missing reasons { origin standing covers giver grant { role { code } } } } }`
const code = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.map(({ extensions }) => extensions.code) ?? []
async function why(by: SignedInAccount, verb: string, at: object, of?: SignedInAccount): Promise<Why['whyMay']> {
  const { data, errors } = await accounts.ask<Why>(by, WHY, { accountId: of?.account, verb, at })
  expect(errors).toBeUndefined()
  return data.whyMay
}

test('an account is told why it may, by grant, seat and delegation, and who gave it', async () => {
  expect(await why(secretary, 'units.write', { unitId: own.unitId })).toEqual({
    may: true,
    missing: null,
    reasons: [{ origin: 'GRANT', standing: 'HOLDS', covers: true, giver: '系统管理员', grant: { role: { code: 'TOWN_SECRETARY' } } }],
  })
  expect((await why(chair, 'units.write', { unitId: own.unitId })).reasons).toMatchObject([{ origin: 'SEAT', giver: null }])
  const deputy = await accounts.invited(administrator, member)
  const delegation = {
    to: deputy.name,
    role: 'TOWN_SECRETARY',
    areaCode: PATH.at(-1),
    from: '2026-03-31',
    until: '2026-04-30',
    reason: 'AWAY',
  }
  expect(code(await accounts.command('delegate', delegation, secretary))).toEqual([])
  expect(await why(deputy, 'units.write', { unitId: own.unitId })).toMatchObject({
    may: true,
    reasons: [{ origin: 'DELEGATION', giver: `使用人 ${secretary.name}` }],
  })
})

test.each([
  ['a role', () => why(secretary, 'operation.write', {}), 'NO_ROLE'],
  ['the place', () => why(secretary, 'units.write', { unitId: next.unitId }), 'ELSEWHERE'],
  ['the whole city', () => why(secretary, 'units.write', {}), 'ELSEWHERE'],
])('what is missing is %s', async (_, asked, missing) => {
  expect(await asked()).toMatchObject({ may: false, missing })
})

test('what is said of a person is just what each look at that person meets', async () => {
  for (const [by, personId] of [
    [secretary, worker],
    [secretary, chairPerson],
    [administrator, chairPerson],
  ] as const) {
    const { data } = await accounts.ask<{ person: { id: string } | null }>(by, `{ person(id: "${personId}") { id } }`)
    expect(data.person?.id).toBe(personId)
    expect((await why(by, 'persons.read', { personId })).may).toBe(true)
  }
  expect(code(await accounts.ask(neighbour, WHY, { verb: 'persons.read', at: { personId: worker } }))).toEqual(['PERSON_UNKNOWN'])
  const { data } = await accounts.ask<{ person: null }>(neighbour, `{ person(id: "${worker}") { id } }`)
  expect(data.person).toBeNull()
})

test('of others it is told to who sees accounts there', async () => {
  expect(await why(administrator, 'units.write', { unitId: own.unitId }, secretary)).toMatchObject({ may: true })
  expect(code(await accounts.ask(neighbour, WHY, { accountId: secretary.account, verb: 'units.write', at: {} }))).toEqual(['NOT_FOUND'])
  const clerk = await accounts.invited(administrator, { role: 'UNIT_CLERK', unitId: next.unitId, from: '2026-01-01' })
  expect(await why(neighbour, 'units.read', { unitId: next.unitId }, clerk)).toMatchObject({ may: true })
  const elsewhere = { accountId: clerk.account, verb: 'units.read', at: { unitId: own.unitId } }
  expect(code(await accounts.ask(neighbour, WHY, elsewhere))).toEqual(['EXPLANATION_NOT_YOURS'])
})

test('a closed account may nothing', async () => {
  const gone = await accounts.invited(administrator, street)
  await accounts.command('closeAccount', { accountId: gone.account }, administrator)
  expect(await why(administrator, 'units.read', { unitId: own.unitId }, gone)).toMatchObject({ may: false, missing: 'CLOSED', reasons: [] })
})

interface Seen {
  whoMaySee: { nodes: { accountId: string; reasons: { origin: string }[] }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}
const SEEN = `query ($at: WhereInput!, $first: Int, $after: Cursor) { whoMaySee(at: $at, first: $first, after: $after) {
  nodes { accountId reasons { origin } } pageInfo { hasNextPage endCursor } } }`

test('who may see a unit or a person are just those who find it, page by page', async () => {
  for (const [at, query, by] of [
    [{ unitId: own.unitId }, null, [administrator, secretary, chair]],
    [{ personId: worker }, `{ person(id: "${worker}") { id } }`, [administrator, secretary, chair]],
    [{ personId: child }, `{ person(id: "${child}") { id } }`, [administrator]],
  ] as const) {
    const found: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { data }: { data: Seen } = await accounts.ask<Seen>(administrator, SEEN, { at, first: 1, after })
      found.push(...data.whoMaySee.nodes.map(({ accountId }) => accountId))
      after = data.whoMaySee.pageInfo.endCursor
      more = data.whoMaySee.pageInfo.hasNextPage
    }
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(expect.arrayContaining(by.map(({ account }) => account)))
    expect(found).not.toContain(neighbour.account)
    if (query)
      for (const account of [administrator, secretary, chair, neighbour]) {
        const { data } = await accounts.ask<{ person: object | null }>(account, query)
        expect(Boolean(data?.person)).toBe(found.includes(account.account))
      }
  }
})

test('what is missing to see a child is that one sees no children, whatever else', async () => {
  expect(await why(administrator, 'persons.read', { personId: child })).toMatchObject({ may: true })
  const asked = { accountId: secretary.account, verb: 'persons.read', at: { personId: child } }
  const { data } = await accounts.ask<Why>(administrator, WHY, asked)
  expect(data.whyMay).toMatchObject({ may: false, missing: 'MINOR', reasons: [{ covers: true, standing: 'HOLDS' }] })
})

test('of all seats that give a role those alone are looked at that give it there', async () => {
  const giving = await membership.part(KnownSeatsStore).giving(['TOWN_SECRETARY'], PATH, [])
  expect(giving).toEqual([own.seatId])
  expect(await membership.part(KnownSeatsStore).giving(['TOWN_SECRETARY'], PATH.slice(0, 2), [next.unitId])).toEqual([next.seatId])
})

test('who acts in somebody’s place is among them as long as that one may see it himself', async () => {
  const [giver, deputy] = [await accounts.invited(administrator, street), await accounts.invited(administrator, member)]
  const delegation = {
    to: deputy.name,
    role: 'TOWN_SECRETARY',
    areaCode: PATH.at(-1),
    from: '2026-03-31',
    until: '2026-04-30',
    reason: 'AWAY',
  }
  expect(code(await accounts.command('delegate', delegation, giver))).toEqual([])
  const seen = async () => {
    const { data } = await accounts.ask<Seen>(administrator, SEEN, { at: { personId: worker }, first: 200 })
    return data.whoMaySee.nodes.map(({ accountId }) => accountId)
  }
  expect(await seen()).toContain(deputy.account)
  expect(code(await accounts.command('closeAccount', { accountId: giver.account }, administrator))).toEqual([])
  expect(await seen()).not.toContain(deputy.account)
})

test('everybody is told who may see himself; of others a member is told nothing', async () => {
  const { data } = await accounts.ask<Seen>(chair, SEEN, { at: { personId: chairPerson } })
  expect(data.whoMaySee.nodes.map(({ accountId }) => accountId)).toEqual(expect.arrayContaining([administrator.account, secretary.account]))
  const other = await accounts.invited(administrator, member)
  expect(code(await accounts.ask(other, SEEN, { at: { unitId: own.unitId } }))).toEqual(['EXPLANATION_NOT_YOURS'])
  expect(code(await accounts.ask(chair, SEEN, { at: {} }))).toEqual(['WHERE_MISSING'])
})

const PREVIEW = `query ($accountId: ID, $grant: GrantInput!) { previewGrant(accountId: $accountId, grant: $grant) {
  added { code } lacking { code } fourEyes nobodyElse units persons refusal message } }`
interface Preview {
  previewGrant: {
    added: { code: string }[]
    lacking: { code: string }[]
    units: number | null
    persons: number | null
    refusal: string | null
  }
}
const preview = async (by: SignedInAccount, grant: object, of?: SignedInAccount) => {
  const { data, errors } = await accounts.ask<Preview>(by, PREVIEW, { accountId: of?.account, grant })
  expect(errors).toBeUndefined()
  return data.previewGrant
}

test('before a grant is given it is said what comes of it, counted by what there is', async () => {
  const clerk = await accounts.invited(administrator, member)
  const effect = await preview(administrator, street, clerk)
  expect(effect).toMatchObject({ lacking: [], fourEyes: false, units: 1, persons: 2, refusal: null })
  const added = effect.added.map(({ code: verb }) => verb)
  expect(added).toContain('units.write')
  const given = await accounts.command('giveGrant', { accountId: clerk.account, grant: street }, administrator)
  expect(code(given)).toEqual([])
  expect((await preview(administrator, street, clerk)).added).toEqual([])
  const { data } = await accounts.ask<{ persons: { nodes: object[] } }>(clerk, '{ persons { nodes { id } } }')
  expect(data.persons.nodes).toHaveLength(effect.persons ?? Number.NaN)
})

test('it is said what the giver lacks, and what the grant would be refused for', async () => {
  const beyond = await preview(neighbour, street)
  expect(beyond).toMatchObject({ refusal: 'GRANT_BEYOND_OWN', units: null, persons: null })
  expect(beyond.lacking.length).toBeGreaterThan(5)
  expect(await preview(administrator, { ...street, until: '2025-01-01' })).toMatchObject({
    refusal: 'GRANT_ENDS_BEFORE_IT_STARTS',
    added: [],
  })
})
