import { type Stack, startStack } from '@sizhang/testing'
import { ask } from '../browser-testing/city'
import { command, openCommittee, registerHead } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'
import { establishPilots, loadWuxi, NOTICE_DAY } from '../browser-testing/wuxi'

const DAY_BEFORE = '2018-06-10'

let stack: Stack
let portal: OpenPortal
let pilots: Map<string, string>

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadWuxi(portal)
  pilots = await establishPilots(portal)
  await whenAllAreasCount()
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

interface Coverage {
  total: { value: number }
  covered: { value: number }
  blank: { value: number }
  zones: { value: number }
  functioning: { value: number }
}

/** Each level's covered, total, blank, zones and functioning, as the gateway's graph answers. */
async function counted(on: string): Promise<Record<string, number[]>> {
  const figures = '{ total { value } covered { value } blank { value } zones { value } functioning { value } }'
  const answer = await ask<Record<string, Coverage>>(
    portal,
    `query ($on: LocalDate) {
      counties: coverage(level: COUNTY, on: $on) ${figures}
      towns: coverage(level: TOWN, on: $on) ${figures}
      villages: coverage(level: VILLAGE, on: $on) ${figures}
    }`,
    { on },
  )
  return Object.fromEntries(
    Object.entries(answer).map(([level, { covered, total, blank, zones, functioning }]) => [
      level,
      [covered, total, blank, zones, functioning].map(({ value }) => value),
    ]),
  )
}

/** An import gives no mark: the areas are in when reporting counts as many as the list has, zones with them. */
async function whenAllAreasCount(): Promise<void> {
  const inAll = (figures: Record<string, number[]>) =>
    Object.values(figures).reduce((sum, [, total = 0, , zones = 0]) => sum + total + zones, 0)
  for (;;) if (inAll(await counted(NOTICE_DAY)) === 7 + 72 + 16 + 1_241) return
}

/** The levels as 今日 shows them: total, covered, functioning, blank and zones, cell by cell. */
async function shown(): Promise<string[][]> {
  const rows = await portal.page.locator('.coverage-table tbody tr').all()
  return Promise.all(
    rows.map(async (row) => {
      const [total = '', covered = '', , functioning = '', blank = '', zones = ''] = await row.getByRole('cell').allInnerTexts()
      return [total, covered, functioning, blank, zones].map((cell) => cell.trim())
    }),
  )
}

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('the graph: on the notice’s day 3 of 7 counties, 5 of 72 towns, 16 zones apart, 2 of 1,241 villages; the day before none', async () => {
  expect(pilots.size).toBe(23)
  expect(await counted(NOTICE_DAY)).toEqual({
    counties: [3, 7, 4, 0, 0],
    towns: [5, 72, 67, 16, 0],
    villages: [2, 1_241, 1_239, 0, 0],
  })
  expect(await counted(DAY_BEFORE)).toEqual({
    counties: [0, 7, 7, 0, 0],
    towns: [0, 72, 72, 16, 0],
    villages: [0, 1_241, 1_241, 0, 0],
  })
})

test('今日 on the notice’s day shows the same at each level, and says which day is looked at', async () => {
  const { page } = portal
  await page.goto(`/?on=${NOTICE_DAY}`)
  await heading('72 个街道乡镇中 5 个已建科协，67 个空白')
  await page.getByText(`您正在看 ${NOTICE_DAY} 的情况`).waitFor()
  expect(await shown()).toEqual([
    ['7', '3', '0', '4', '0'],
    ['72', '5', '0', '67', '16'],
    ['1,241', '2', '0', '1,239', '0'],
  ])
  expect(await seriousFindings(portal)).toEqual([])
})

test('今日 on the day before shows 0 everywhere', async () => {
  const { page } = portal
  await page.goto(`/?on=${DAY_BEFORE}`)
  await heading('72 个街道乡镇中 0 个已建科协，72 个空白')
  await page.getByText(`您正在看 ${DAY_BEFORE} 的情况`).waitFor()
  expect(await shown()).toEqual([
    ['7', '0', '0', '7', '0'],
    ['72', '0', '0', '72', '16'],
    ['1,241', '0', '0', '1,241', '0'],
  ])
})

test.each([
  ['COUNTY', '7 个县（市、区）中，4 个空白', '无锡市：7 个县（市、区）中 3 个已建科协，4 个空白'],
  ['TOWN', '72 个街道乡镇中，67 个空白', '无锡市：72 个街道乡镇中 5 个已建科协，67 个空白'],
  ['VILLAGE', '1,241 个村社区中，1,239 个空白', '无锡市：1,241 个村社区中 2 个已建科协，1,239 个空白'],
])('空白点 and 组织网络 count %s alike', async (level, blankSpots, network) => {
  const { page } = portal
  await page.goto(`/blank-spots?level=${level}&on=${NOTICE_DAY}`)
  await heading(blankSpots)
  await page.goto(`/network?level=${level}&on=${NOTICE_DAY}`)
  await heading(network)
})

test('no association functions with a term and a vice-chair alone; one does when its chair is taken, and none the day before', async () => {
  const { page } = portal
  const functioning = async (on: string) => Object.values(await counted(on)).map(([, , , , value]) => value)
  const seats = await openCommittee(portal, pilots.get('江阴市顾山镇科协') ?? '', NOTICE_DAY, '2023-06-11', [
    { title: '主席', rank: 'CHAIR', kinds: ['PART_TIME_POST'] },
    { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'] },
  ])
  const personId = await registerHead(portal, '王建明', 'hospital', '2016-01-01')
  const give = (title: string) => {
    const input = { seatId: seats.get(title), personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: NOTICE_DAY }
    return command(portal, 'makeAppointment', input, 'appointment { id }')
  }
  await give('副主席')
  expect(await functioning(NOTICE_DAY)).toEqual([0, 0, 0])
  await page.goto(`/reports?on=${NOTICE_DAY}`)
  await heading('72 个街道乡镇中 5 个已建科协，0 个正常运转，67 个空白')

  await give('主席')
  expect(await functioning(NOTICE_DAY)).toEqual([0, 1, 0])
  expect(await functioning(DAY_BEFORE)).toEqual([0, 0, 0])
  await page.goto(`/reports?on=${NOTICE_DAY}`)
  await heading('72 个街道乡镇中 5 个已建科协，1 个正常运转，67 个空白')
  await page.goto(`/reports?on=${DAY_BEFORE}`)
  await heading('72 个街道乡镇中 0 个已建科协，0 个正常运转，72 个空白')
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
