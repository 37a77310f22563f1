import { randomUUID } from 'node:crypto'
import { EmployerCovered, EmployerCoverEnded, EmployerRegistered, type FormationMode } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { anArea, aUnit, pathOf } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

const [COUNTY, TOWN, OTHER] = ['320281', '320281111', '320281112'] as const
const [joint, foreign] = [randomUUID(), randomUUID()]
const employer = (kind: string, area: string, from = '2016-01-01') => ({
  employerId: randomUUID(),
  kind,
  level: 'TOWN' as const,
  area,
  path: pathOf(area),
  from,
})
const firms = Array.from({ length: 4 }, () => employer('tech-firm', TOWN))
const [hospital, clinic, late] = [employer('hospital', TOWN), employer('hospital', OTHER), employer('tech-firm', TOWN, '2025-01-01')]
const registered = [...firms, hospital, clinic, late]
const coverOf = ({ from: _, ...known }: ReturnType<typeof employer>, unitId: string, mode: FormationMode) => ({
  ...known,
  ...{ coverId: randomUUID(), unitId, unitType: 'ENTERPRISE', mode, from: '2024-01-01' },
})
const covers = firms.slice(0, 3).map((firm) => coverOf(firm, joint, 'JOINT_BY_AREA'))
const ended = { ...(covers[2] as (typeof covers)[number]), until: '2024-07-01' }
const takenBack = coverOf(clinic, foreign, 'OWN')
const asUnit = { unitType: 'ENTERPRISE', serves: null, covers: [] }

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  await reporting.publish(
    [
      ...['320200', COUNTY, TOWN, OTHER].map((code) => anArea(code)),
      aUnit({ unitId: joint, area: TOWN }, { ...asUnit, mode: 'JOINT_BY_AREA' }),
      aUnit({ unitId: foreign, area: OTHER }, asUnit),
      ...registered.map((known) => EmployerRegistered.of(known)),
      ...covers.map((cover) => EmployerCovered.of({ ...cover, until: null })),
      EmployerCovered.of({ ...coverOf(hospital, foreign, 'HOSTED'), until: null }),
      EmployerCovered.of({ ...takenBack, until: null }),
      EmployerCoverEnded.of({ ...takenBack, until: takenBack.from }),
      EmployerCoverEnded.of(ended),
    ],
    2,
  )
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

interface Value {
  value: number | null
}
interface Sector {
  department: string
  employers: { known: Value; covered: Value; rate: Value & { state: string } }
}
const FIGURES = 'known { value } covered { value } jointByArea { value } hosted { value } uncovered { value } rate { value state }'
async function covered(on: string, asked = '', asking = {}) {
  const query = `{ sectorCoverage(on: "${on}"${asked}) { whole { ${FIGURES} } sectors { department employers { ${FIGURES} } } } }`
  const { sectorCoverage } = await reporting.answer<{ sectorCoverage: { whole: object; sectors: Sector[] } }>(query, asking)
  return {
    whole: sectorCoverage.whole,
    of: (department: string) => sectorCoverage.sectors.find((sector) => sector.department === department)?.employers,
  }
}

test('coverage by sector counts the covered employers, before and after the day of the joint foundation', async () => {
  const before = await covered('2023-12-31')
  expect(before.of('enterprise')).toMatchObject({ known: { value: 4 }, covered: { value: 0 }, rate: { value: 0 } })
  const after = await covered('2024-01-01')
  expect(after.of('enterprise')).toMatchObject({
    known: { value: 4 },
    covered: { value: 3 },
    jointByArea: { value: 3 },
    rate: { value: 75 },
  })
  expect(after.of('health')).toMatchObject({ known: { value: 2 }, covered: { value: 1 }, hosted: { value: 1 }, uncovered: { value: 1 } })
  expect(after.whole).toMatchObject({ known: { value: 6 }, covered: { value: 4 } })
})

test('a cover that ended counts to the day before, and who is registered later raises the number of the known', async () => {
  expect((await covered('2024-06-30')).of('enterprise')?.covered.value).toBe(3)
  expect((await covered('2024-07-01')).of('enterprise')?.covered.value).toBe(2)
  expect((await covered('2025-01-01')).of('enterprise')).toMatchObject({ known: { value: 5 }, covered: { value: 2 } })
})

test('a department without any employer has no rate, which is not zero', async () => {
  expect((await covered('2024-01-01')).of('education')?.rate).toEqual({ value: null, state: 'NOT_APPLICABLE' })
})

test('figures are those of an area; of an unknown one they are refused', async () => {
  expect((await covered('2024-01-01', `, within: "${OTHER}"`)).whole).toMatchObject({ known: { value: 1 }, covered: { value: 0 } })
  const { errors } = await reporting.ask('{ sectorCoverage(within: "999999") { whole { known { value } } } }')
  expect(errors).toMatchObject([{ extensions: { code: 'AREA_UNKNOWN' } }])
})

interface Listed {
  nodes: { employer: { id: string }; state: string; unit: { id: string } | null; since: string | null }[]
  pageInfo: { endCursor: string; hasNextPage: boolean }
  totalCount: number
}
async function records(asked: string, asking = {}): Promise<Listed> {
  const fields = 'nodes { employer { id } state unit { id } since } pageInfo { endCursor hasNextPage } totalCount'
  const query = `{ sectorCoverage(on: "2024-01-01") { records(${asked}) { ${fields} } } }`
  return (await reporting.answer<{ sectorCoverage: { records: Listed } }>(query, asking)).sectorCoverage.records
}

test('the employers behind a figure are listed page by page, with the unit that covers each', async () => {
  const filter = 'department: "enterprise", states: [JOINT_BY_AREA], first: 2'
  const first = await records(filter)
  const second = await records(`${filter}, after: "${first.pageInfo.endCursor}"`)
  expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false])
  const listed = [...first.nodes, ...second.nodes]
  expect(listed.map(({ employer: { id } }) => id).sort()).toEqual(covers.map(({ employerId }) => employerId).sort())
  for (const row of listed) expect(row).toMatchObject({ state: 'JOINT_BY_AREA', unit: { id: joint }, since: '2024-01-01' })
  const open = await records('kind: "hospital", states: [UNCOVERED]')
  expect(open.nodes).toEqual([{ employer: { id: clinic.employerId }, state: 'UNCOVERED', unit: null, since: null }])
})

test('a secretary sees the employers of her town, and of a unit beyond her reach that covers one of them not the id', async () => {
  const grants: Grant[] = [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: TOWN }, from: '2024-01-01', until: null }]
  const asking = { grants, account: 'secretary' }
  expect((await covered('2024-01-01', '', asking)).whole).toMatchObject({ known: { value: 5 }, covered: { value: 4 } })
  const { nodes } = await records('kind: "hospital"', asking)
  expect(nodes).toEqual([{ employer: { id: hospital.employerId }, state: 'HOSTED', unit: null, since: '2024-01-01' }])
})

test('made again from the first fact the figures are the same', async () => {
  const before = await covered('2024-01-01')
  await reporting.rebuild()
  expect((await covered('2024-01-01')).whole).toEqual(before.whole)
})
