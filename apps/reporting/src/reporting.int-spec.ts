import { randomUUID } from 'node:crypto'
import {
  ActivityCorrected,
  AppointmentEnded,
  BodyOpened,
  PersonRegistered,
  SeatCreated,
  UnitDissolved,
  UnitRevived,
  type Fact,
} from '@sizhang/contracts'
import { Database } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { aHolding, anActivity, anArea, aTerm, aUnit, pathOf } from './testing/facts'
import { ReportingUnderTest } from './testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

const [CITY, COUNTY, TOWN, OTHER] = ['320200', '320281', '320281111', '320281112']
const town = { unitId: randomUUID(), area: TOWN }
const other = { unitId: randomUUID(), area: OTHER }
const [bodyId, otherBody] = [randomUUID(), randomUUID()]

const chair = aHolding(town, bodyId)
const hospitalHead = aHolding(town, bodyId, { rank: 'VICE_CHAIR', head: 'HOSPITAL_HEAD' })
const leaving = aHolding(other, otherBody, { head: 'SCHOOL_HEAD' })
const clinic = anActivity([town, other])
const place = { bodyId, unitId: town.unitId, unitType: 'TOWN', serves: 'TOWN' as const, path: pathOf(TOWN) }
const term = { term: 1, termFrom: '2018-06-11', termUntil: '2023-06-11' }
const seat = { seatId: randomUUID(), rank: 'CHAIR' as const, kinds: ['PART_TIME_POST' as const], places: 1, reservedHead: null }

const end = { unitId: other.unitId, unitType: 'TOWN', area: OTHER, path: pathOf(OTHER), on: '2021-01-01' }

/** What comes of one topic may reach reporting long before what it stands on: here everything comes the wrong way round. */
const backwards: Fact[][] = [
  [clinic, ActivityCorrected.of({ ...clinic.data, figures: [{ code: 'audience', value: 300, unit: 'person-times' }] })],
  [chair, hospitalHead, leaving, AppointmentEnded.of({ ...leaving.data, until: '2020-01-01', reason: 'resignation' })],
  [PersonRegistered.of({ personId: randomUUID() })],
  [
    BodyOpened.of({ ...place, kind: 'committee', from: '2018-06-11' }),
    aTerm(town, bodyId),
    SeatCreated.of({ ...place, ...term, ...seat }),
    aTerm(other, otherBody),
  ],
  [aUnit(town), aUnit(other), UnitDissolved.of(end)],
  [anArea(TOWN), anArea(OTHER), anArea('320281400', { kind: 'ZONE' })],
  [anArea(CITY), anArea(COUNTY)],
]

const QUESTION = /* GraphQL */ `
  query ($on: LocalDate!) {
    coverage(level: TOWN, on: $on) {
      total { value } covered { value } functioning { value } blank { value } zones { value } rate { value state }
    }
    coverageGrid(level: TOWN, within: "${COUNTY}", on: $on) { area { code } state functioning unit { id } since }
    coverageTrend(level: TOWN, within: "${TOWN}", from: "2018-05-01", to: "2018-06-30") { on total covered functioning }
    headsEntry(level: TOWN, on: $on) {
      bodies { value } persons { value } fullHouse { value }
      byHead { head { code } bodies { value } persons { value } }
      records { nodes { body { id } unit { id } heads { code } persons } }
    }
    work(within: "${COUNTY}", from: "2026-01-01") {
      activities { value } personTimes { value } ledByHeads { value }
      figures { code name sum { value unit } }
      byDepartment { department activities } byMonth { month activities personTimes }
      byArea { area { code } activities personTimes }
      records { nodes { id } }
    }
  }
`
const asked = (on: string) => reporting.answer<Record<string, unknown>>(QUESTION, { variables: { on } })

test('facts that come twice and in the wrong order of topics give the same figures as in order', async () => {
  for (const facts of backwards) await reporting.publish(facts, 2)
  expect(await asked('2019-06-11')).toMatchObject({
    coverage: {
      total: { value: 2 },
      covered: { value: 2 },
      functioning: { value: 2 },
      blank: { value: 0 },
      zones: { value: 1 },
      rate: { value: 100, state: 'KNOWN' },
    },
    coverageTrend: [
      { on: '2018-05-31', total: 1, covered: 0, functioning: 0 },
      { on: '2018-06-30', total: 1, covered: 1, functioning: 1 },
    ],
    headsEntry: { bodies: { value: 2 }, persons: { value: 2 }, fullHouse: { value: 0 } },
    work: {
      activities: { value: 1 },
      personTimes: { value: 300 },
      byArea: [
        { area: { code: TOWN }, activities: 1, personTimes: 300 },
        { area: { code: OTHER }, activities: 1, personTimes: 300 },
        { area: { code: '320281400' }, activities: 0, personTimes: 0 },
      ],
      records: { nodes: [{ id: clinic.data.activityId }] },
    },
  })
})

test('a post that ended and a unit that was dissolved count until that day and no longer', async () => {
  expect(await asked('2020-01-01')).toMatchObject({
    coverage: { covered: { value: 2 }, functioning: { value: 1 } },
    headsEntry: { bodies: { value: 2 }, persons: { value: 1 } },
  })
  expect(await asked('2021-01-01')).toMatchObject({
    coverage: { covered: { value: 1 }, blank: { value: 1 } },
    coverageGrid: [
      { area: { code: TOWN }, state: 'OWN', functioning: true, unit: { id: town.unitId }, since: null },
      { area: { code: OTHER }, state: 'BLANK', functioning: null, unit: null, since: '2021-01-01' },
      { area: { code: '320281400' }, state: 'ZONE' },
    ],
    headsEntry: { bodies: { value: 1 }, records: { nodes: [{ body: { id: bodyId }, heads: [{ code: 'HOSPITAL_HEAD' }], persons: 1 }] } },
  })
})

test('a dissolution that was taken back leaves no trace in the figures of any day', async () => {
  const dayBefore = await asked('2020-12-31')
  await reporting.publish([UnitRevived.of(end)], 2)
  for (const on of ['2021-01-01', '2026-01-01'])
    expect(await asked(on)).toMatchObject({
      coverage: { covered: { value: 2 }, blank: { value: 0 } },
      coverageGrid: [{ area: { code: TOWN } }, { area: { code: OTHER }, state: 'OWN', unit: { id: other.unitId }, since: null }, {}],
      headsEntry: { bodies: { value: 2 } },
    })
  expect(await asked('2020-12-31')).toEqual(dayBefore)
})

test('made again from the first fact, all figures are the same', async () => {
  const days = ['2018-06-11', '2019-06-11', '2021-01-01']
  const before = await Promise.all(days.map(asked))
  await reporting.rebuild()
  expect(await Promise.all(days.map(asked))).toEqual(before)
})

test('every question is answered by an index', async () => {
  const { db } = reporting.app.get(Database).connection
  await db?.command({ profile: 2 })
  await asked('2019-06-11')
  await reporting.answer('{ work { records { nodes { id } } figures { code } byArea { activities } } }')
  await db?.command({ profile: 0 })
  const plans = await db
    ?.collection('system.profile')
    .find({ op: { $in: ['query', 'command'] }, planSummary: { $exists: true } })
    .toArray()
  expect(plans?.length).toBeGreaterThan(8)
  expect(plans?.filter(({ planSummary }) => planSummary === 'COLLSCAN')).toEqual([])
})
