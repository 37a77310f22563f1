import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppointmentEnded, HomeJobLeft, HomeJobTaken, type Fact } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { aHolding, aTerm, aUnit, anArea, pathOf, type SomeUnit } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

/** A department that the product does not bring, with a head of its own. */
function fifthDepartment(): string {
  const packs = mkdtempSync(join(tmpdir(), 'packs-'))
  const folder = join(packs, 'meteorology')
  const texts = (department: string, head: string) => ({
    departments: { meteorology: { name: department } },
    heads: { WEATHER_STATION_HEAD: { name: head } },
  })
  mkdirSync(folder)
  writeFileSync(join(folder, 'pack.json'), JSON.stringify({ department: 'meteorology', version: '2026.1', head: 'WEATHER_STATION_HEAD' }))
  writeFileSync(join(folder, 'texts.zh.json'), JSON.stringify(texts('气象', '气象站站长')))
  writeFileSync(join(folder, 'texts.en.json'), JSON.stringify(texts('Weather', 'Weather station head')))
  return packs
}

const names = freshNames()
const packs = fifthDepartment()
let reporting: ReportingUnderTest

const [COUNTY, TOWN, OTHER] = ['320281', '320281111', '320281112']
const [full, other] = [TOWN, OTHER].map((area): SomeUnit => ({ unitId: randomUUID(), area })) as [SomeUnit, SomeUnit]
const [fullBody, otherBody, idleBody] = [randomUUID(), randomUUID(), randomUUID()]
const [busy, mover] = [randomUUID(), randomUUID()]
const aHead = (unit: SomeUnit, bodyId: string, head: string, personId = randomUUID()) =>
  aHolding(unit, bodyId, { rank: 'VICE_CHAIR', head, personId })
const resigned = aHead(other, otherBody, 'TECH_ENTREPRENEUR')
const job = { personId: mover, employerId: randomUUID() }

const facts: Fact[] = [
  ...['320200', COUNTY, TOWN, OTHER].map((code) => anArea(code)),
  aUnit(full),
  aUnit(other),
  aTerm(full, fullBody),
  aTerm(full, fullBody, { term: 2, from: '2023-06-11', until: '2028-06-11' }),
  aTerm(other, otherBody),
  aTerm({ unitId: randomUUID(), area: OTHER }, idleBody, { serves: 'VILLAGE' }),
  aHead(full, fullBody, 'HOSPITAL_HEAD', mover),
  aHead(full, fullBody, 'SCHOOL_HEAD', busy),
  aHead(full, fullBody, 'AGRI_TECH_HEAD'),
  aHead(full, fullBody, 'TECH_ENTREPRENEUR'),
  aHead(full, fullBody, 'WEATHER_STATION_HEAD'),
  aHead(other, otherBody, 'SCHOOL_HEAD', busy),
  aHolding(other, otherBody),
  resigned,
  AppointmentEnded.of({ ...resigned.data, until: '2019-01-01', reason: 'resignation' }),
  HomeJobTaken.of({
    ...job,
    title: 'hospital-director',
    head: 'HOSPITAL_HEAD',
    packVersion: '2026.1',
    path: pathOf(TOWN),
    from: '2015-01-01',
  }),
  HomeJobLeft.of({ ...job, on: '2020-01-01' }),
]

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names }, { PACKS_DIRS: `libs/packs,${packs}` })
  await reporting.publish(facts, 2)
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
  rmSync(packs, { recursive: true })
})

interface Entry {
  bodies: { value: number }
  fullHouse: { value: number }
  persons: { value: number }
  byHead: { head: { code: string; name: string }; bodies: { value: number }; persons: { value: number } }[]
}

async function entryOn(on: string, language: 'zh' | 'en' = 'zh'): Promise<Entry> {
  const fields = 'bodies { value } fullHouse { value } persons { value } byHead { head { code name } bodies { value } persons { value } }'
  const asking = { variables: { on }, language }
  return (
    await reporting.answer<{ headsEntry: Entry }>(`query ($on: LocalDate) { headsEntry(level: TOWN, on: $on) { ${fields} } }`, asking)
  ).headsEntry
}
const headOf = (entry: Entry, code: string) => entry.byHead.find(({ head }) => head.code === code)

test('bodies count with a term that runs or is overdue, persons once however many posts they hold', async () => {
  expect(await entryOn('2018-06-11')).toMatchObject({ bodies: { value: 2 }, fullHouse: { value: 1 }, persons: { value: 5 } })
  expect(headOf(await entryOn('2018-06-11'), 'SCHOOL_HEAD')).toMatchObject({ bodies: { value: 2 }, persons: { value: 1 } })
  expect(await entryOn('2018-06-10')).toMatchObject({ bodies: { value: 0 }, persons: { value: 0 } })
  expect(await entryOn('2025-01-01')).toMatchObject({ bodies: { value: 2 }, persons: { value: 0 } })
})

test('a post counts until the day on which it ended', async () => {
  expect(headOf(await entryOn('2018-12-31'), 'TECH_ENTREPRENEUR')?.persons.value).toBe(2)
  expect(headOf(await entryOn('2019-01-01'), 'TECH_ENTREPRENEUR')?.persons.value).toBe(1)
})

test('who leaves the hospital keeps the post, and is no head any more from that day, not before', async () => {
  expect(await entryOn('2019-12-31')).toMatchObject({ fullHouse: { value: 1 }, persons: { value: 4 } })
  expect(await entryOn('2020-01-01')).toMatchObject({ fullHouse: { value: 0 }, persons: { value: 3 } })
})

test("a fifth department's head is shown in its own words, and is none of the four", async () => {
  const figures = { bodies: { value: 1 }, persons: { value: 1 } }
  const head = { code: 'WEATHER_STATION_HEAD' }
  expect(headOf(await entryOn('2018-06-11'), head.code)).toEqual({ head: { ...head, name: '气象站站长' }, ...figures })
  expect(headOf(await entryOn('2018-06-11', 'en'), head.code)?.head.name).toBe('Weather station head')
})

test("the bodies behind the figures are listed by their unit's area, page by page", async () => {
  interface Listed {
    nodes: { body: { id: string }; unit: { id: string }; heads: { code: string }[]; persons: number }[]
    pageInfo: { endCursor: string; hasNextPage: boolean }
  }
  const list = async (after: string) => {
    const records = `records(first: 1${after}) { nodes { body { id } unit { id } heads { code } persons } pageInfo { hasNextPage endCursor } }`
    const { headsEntry } = await reporting.answer<{ headsEntry: { records: Listed } }>(
      `{ headsEntry(level: TOWN, within: "${COUNTY}", on: "2018-06-11") { ${records} } }`,
    )
    return headsEntry.records
  }
  const first = await list('')
  const second = await list(`, after: "${first.pageInfo.endCursor}"`)
  expect(first.nodes).toMatchObject([{ body: { id: fullBody }, unit: { id: full.unitId }, persons: 4 }])
  expect(second.nodes).toEqual([
    { body: { id: otherBody }, unit: { id: other.unitId }, heads: [{ code: 'SCHOOL_HEAD' }, { code: 'TECH_ENTREPRENEUR' }], persons: 2 },
  ])
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
})

test('a look within a town sees its own bodies, within an unknown area none: it is refused', async () => {
  const within = (code: string) =>
    reporting.ask<{ headsEntry: Entry }>(`{ headsEntry(level: TOWN, within: "${code}", on: "2018-06-11") { bodies { value } } }`)
  expect((await within(TOWN)).data.headsEntry.bodies.value).toBe(1)
  expect((await within('999999')).errors).toMatchObject([{ extensions: { code: 'AREA_UNKNOWN' } }])
})
