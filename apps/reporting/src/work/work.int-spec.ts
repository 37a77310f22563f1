import { randomUUID } from 'node:crypto'
import { ActivityCorrected, ActivityWithdrawn, type Fact } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { anActivity, anArea } from '../testing/facts'
import { ReportingUnderTest } from '../testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

const [COUNTY, OTHER_COUNTY, TOWN, NEIGHBOUR] = ['320281', '320282', '320281111', '320281112']
const town = { unitId: randomUUID(), area: TOWN }
const neighbour = { unitId: randomUUID(), area: NEIGHBOUR }
const far = { unitId: randomUUID(), area: OTHER_COUNTY }
const corrected = anActivity([neighbour], { on: '2026-02-10' })
const withdrawn = anActivity([town], { on: '2026-02-11' })
const ledBy = { appointmentId: randomUUID(), seatId: randomUUID(), personId: randomUUID(), unitId: town.unitId }

const facts: Fact[] = [
  ...['320200', COUNTY, OTHER_COUNTY, TOWN, NEIGHBOUR].map((code) => anArea(code)),
  anActivity([town, neighbour], { ledBy: { ...ledBy, head: 'HOSPITAL_HEAD' } }),
  anActivity([town, far], {
    department: 'education',
    activityType: 'science-contest',
    on: '2026-01-31',
    ledBy: { ...ledBy, head: 'OTHER_KEY' },
  }),
  corrected,
  ActivityCorrected.of({
    ...corrected.data,
    department: 'agriculture',
    figures: [
      { code: 'audience', value: 80, unit: 'person-times' },
      { code: 'acres-of-rice', value: 0.1, unit: 'mu' },
    ],
  }),
  withdrawn,
  ActivityWithdrawn.of({ activityId: withdrawn.data.activityId, path: ['320200'], on: '2026-02-12' }),
  anActivity([town], { on: '2025-12-31', figures: [{ code: 'acres-of-rice', value: 0.2, unit: 'mu' }] }),
]

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  await reporting.publish(facts, 2)
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

const work = async (words: string, fields: string) =>
  (await reporting.answer<{ work: Record<string, unknown> }>(`{ work${words} { ${fields} } }`)).work
const sums = 'activities { value } personTimes { value } ledByHeads { value }'
const counted = async (words: string) => Object.values(await work(words, sums)).map((figure) => (figure as { value: number }).value)

test('an activity of several hosts counts once where all of them lie, and once in each area that it touches', async () => {
  expect(await counted('(within: "320200")')).toEqual([3, 320, 1])
  expect(await work(`(within: "${COUNTY}")`, 'activities { value } byArea { area { code } activities personTimes }')).toEqual({
    activities: { value: 3 },
    byArea: [
      { area: { code: TOWN }, activities: 2, personTimes: 240 },
      { area: { code: NEIGHBOUR }, activities: 2, personTimes: 200 },
    ],
  })
  expect(await counted(`(within: "${OTHER_COUNTY}")`)).toEqual([1, 120, 0])
})

test('without an area to look within, the areas below are those of the city', async () => {
  expect(await work('', 'byArea { area { code } activities }')).toEqual({
    byArea: [
      { area: { code: COUNTY }, activities: 3 },
      { area: { code: OTHER_COUNTY }, activities: 1 },
    ],
  })
})

test('a corrected activity counts as it stands now, a withdrawn one nowhere', async () => {
  expect(await work('', 'byDepartment { department name activities personTimes }')).toEqual({
    byDepartment: [
      { department: 'agriculture', name: expect.any(String), activities: 1, personTimes: 80 },
      { department: 'education', name: expect.any(String), activities: 1, personTimes: 120 },
      { department: 'health', name: expect.any(String), activities: 1, personTimes: 120 },
    ],
  })
})

test('activities count in the month of their first day, and only within the time asked for', async () => {
  expect(await work('', 'byMonth { month activities byDepartment { department activities } }')).toMatchObject({
    byMonth: [
      { month: '2026-01', activities: 1, byDepartment: [{ department: 'education', activities: 1 }] },
      { month: '2026-02', activities: 1 },
      { month: '2026-03', activities: 1 },
    ],
  })
  expect(await counted('(from: "2026-01-31", until: "2026-02-10")')).toEqual([1, 120, 0])
  expect(await counted('(from: "2025-12-31", until: "2026-01-01", department: "health")')).toEqual([1, 0, 0])
})

test('every recorded figure is summed, one that no loaded pack knows under its own code', async () => {
  expect(await work('(from: "2025-01-01")', 'figures { code name sum { value unit } }')).toEqual({
    figures: [
      { code: 'acres-of-rice', name: 'acres-of-rice', sum: { value: 0.3, unit: 'mu' } },
      { code: 'audience', name: expect.not.stringMatching('audience$'), sum: { value: 320, unit: 'person-times' } },
    ],
  })
})

test('the activities behind the figures are listed newest first, page by page', async () => {
  interface Listed {
    nodes: { id: string }[]
    pageInfo: { endCursor: string; hasNextPage: boolean }
  }
  const list = async (after: string) =>
    (await work('', `records(first: 2${after}) { nodes { id } pageInfo { hasNextPage endCursor } }`))['records'] as Listed
  const first = await list('')
  const second = await list(`, after: "${first.pageInfo.endCursor}"`)
  const ids = facts.filter(({ type }) => type === 'activity.activity-recorded.v1').map(({ data }) => data['activityId'])
  expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual([ids[0], ids[2], ids[1]])
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
})

test('a time without a day and an unknown area are refused', async () => {
  const refused = async (words: string) => (await reporting.ask(`{ work(${words}) { activities { value } } }`)).errors
  expect(await refused('from: "2026-01-01", until: "2026-01-01"')).toMatchObject([{ extensions: { code: 'WORK_ENDS_BEFORE_IT_STARTS' } }])
  expect(await refused('within: "999999"')).toMatchObject([{ extensions: { code: 'AREA_UNKNOWN', field: 'within' } }])
})
