import { randomUUID } from 'node:crypto'
import { eventByType } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const [OWN, FOREIGN] = ['320205001', '320205002'] as const
const within = (role: string, place: Grant['within']): { grants: Grant[]; account: string } => ({
  grants: [{ role, within: place, from: '2024-01-01', until: null }],
  account: role.toLowerCase(),
})
const names = freshNames()
let organization: OrganizationUnderTest

async function aTown(areaCode: string = OWN): Promise<string> {
  const input = { name: `${areaCode}科协`, type: 'TOWN', areaCode, from: '2018-06-11' }
  const { data } = await organization.command<{ id: string }>('establishUnit', input, { fields: 'unit { id }' })
  return (data['establishUnit'] as unknown as { unit: { id: string } }).unit.id
}
const paper = { source: 'survey', evidenceTitle: '2026年基层组织摸底调查表' }
const note = (unitId: string, said: object = {}, asking: object = {}) =>
  organization.command<{ note: { id: string }; version: number }>(
    'noteCondition',
    { unitId, kind: 'posts', value: 2, from: '2024-01-01', ...paper, ...said },
    { fields: 'note { id } version mark', ...asking },
  )
const idOf = ({ data }: Awaited<ReturnType<typeof note>>) => data['noteCondition']?.note.id ?? ''
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))

interface Line {
  kind: { code: string; name: string }
  note: { value: number; evidenceTitle: string; source: { name: string }; notedBy: { id: string } } | null
  lacking: boolean | null
}
async function linesOf(unitId: string, on: string): Promise<Map<string, Line>> {
  const fields = 'kind { code name } note { value evidenceTitle source { name } notedBy { id } } lacking'
  const { unit } = await organization.answer<{ unit: { conditions: Line[] } }>(
    `{ unit(id: "${unitId}") { conditions(on: "${on}") { ${fields} } } }`,
  )
  return new Map(unit.conditions.map((line) => [line.kind.code, line]))
}

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const streets = [aRow(), aRow({ code: FOREIGN, name: '安镇街道' })]
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('what is noted is read on its days with evidence and who noted it, the rest is unknown, and the fact tells no text', async () => {
  const unitId = await aTown()
  expect((await note(unitId)).errors).toBeUndefined()
  expect((await note(unitId, { kind: 'premises', value: 0, from: '2025-01-01' })).errors).toBeUndefined()
  const lines = await linesOf(unitId, '2024-06-01')
  expect(lines.get('posts')).toEqual({
    kind: { code: 'posts', name: 'Posts' },
    note: { value: 2, evidenceTitle: paper.evidenceTitle, source: { name: 'Survey' }, notedBy: { id: 'clerk' } },
    lacking: false,
  })
  expect(lines.get('premises')).toMatchObject({ note: null, lacking: null })
  expect((await linesOf(unitId, '2025-01-01')).get('premises')).toMatchObject({ note: { value: 0 }, lacking: true })
  const told = async () => (await organization.log.read('organization.conditions')).filter((text) => text.includes(unitId))
  await until(async () => (await told()).length === 2)
  for (const { type, data, unit } of (await told()).map((text) => JSON.parse(text) as { type: string; data: object; unit: string })) {
    expect(unit).toBe(unitId)
    expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  }
  expect((await told()).join()).not.toMatch(/摸底|科协/)
})

test('of twenty clerks who note the same thing for the same day at once, one succeeds', async () => {
  const unitId = await aTown()
  const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => note(unitId, { value: place })))
  expect(codesOf(answers)).toEqual(Array.from({ length: 19 }, () => 'CONDITION_NOTED_ALREADY'))
  const { unit } = await organization.answer<{ unit: { conditionNotes: object[]; conditionsVersion: number } }>(
    `{ unit(id: "${unitId}") { conditionNotes { id } conditionsVersion } }`,
  )
  expect(unit).toMatchObject({ conditionNotes: [{}], conditionsVersion: 1 })
})

test('the same command again notes nothing twice, and a form that was opened before another’s change is refused', async () => {
  const [unitId, commandId] = [await aTown(), randomUUID()]
  const first = await note(unitId, {}, { commandId, expectedVersion: 0 })
  expect(first.errors).toBeUndefined()
  expect(await note(unitId, {}, { commandId, expectedVersion: 0 })).toEqual(first)
  expect(codesOf([await note(unitId, { kind: 'funds' }, { expectedVersion: 0 })])).toEqual(['CONFLICT'])
})

test('of two clerks who correct the same note at once one succeeds; both notes stay to be read, the latest day first', async () => {
  const unitId = await aTown()
  const noteId = idOf(await note(unitId))
  const instead = { value: 0, from: '2024-03-01', ...paper }
  const correct = () =>
    organization.command('correctCondition', { unitId, noteId, reason: '误录', instead }, { fields: 'note { id value } mark' })
  expect(codesOf(await Promise.all([correct(), correct()]))).toEqual(['CONDITION_CORRECTED_ALREADY'])
  const { unit } = await organization.answer<{ unit: { conditionNotes: object[] } }>(
    `{ unit(id: "${unitId}") { conditionNotes(kind: "posts") { id value from correction { reason by { id } insteadId } } } }`,
  )
  expect(unit.conditionNotes).toMatchObject([
    { value: 0, from: '2024-03-01', correction: null },
    { id: noteId, value: 2, correction: { reason: '误录', by: { id: 'clerk' } } },
  ])
  expect((await linesOf(unitId, '2024-02-01')).get('posts')?.note).toBeNull()
  expect((await linesOf(unitId, '2024-03-01')).get('posts')).toMatchObject({ note: { value: 0 }, lacking: true })
})

test('a secretary notes what her own units have, and knows nothing of the next town’s', async () => {
  const [own, foreign] = [await aTown(), await aTown(FOREIGN)]
  const secretary = within('TOWN_SECRETARY', { kind: 'AREA', code: OWN })
  expect((await note(own, {}, secretary)).errors).toBeUndefined()
  expect(codesOf([await note(foreign, {}, secretary)])).toEqual(['UNIT_UNKNOWN'])
  const { data } = await organization.ask(`{ unit(id: "${foreign}") { conditions { lacking } } }`, secretary)
  expect(data).toEqual({ unit: null })
})

test('the clerk of a unit notes what it has, and of another unit of the town nothing', async () => {
  const [own, other] = [await aTown(), await aTown()]
  const clerk = within('UNIT_CLERK', { kind: 'UNIT', id: own })
  expect((await note(own, {}, clerk)).errors).toBeUndefined()
  expect(codesOf([await note(other, {}, clerk)])).toEqual(['UNIT_UNKNOWN'])
})

test('who sees units and not what they have is refused that part alone', async () => {
  const unitId = await aTown()
  const auditor = within('AUDITOR', { kind: 'EVERYWHERE' })
  const { data, errors } = await organization.ask(`{ unit(id: "${unitId}") { name conditions { lacking } } }`, auditor)
  expect(data).toEqual({ unit: { name: `${OWN}科协`, conditions: null } })
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})
