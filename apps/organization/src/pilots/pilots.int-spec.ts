import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { eventByType } from '@sizhang/contracts'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { parse } from 'csv-parse/sync'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const listed = (file: string) => readFileSync(`tools/demo/data/${file}`, 'utf8')
const NOTICE_DAY = '2018-06-11'
const paper = '锡科协发〔2018〕61号'
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const answer = await organization.send('/files/areas', listed('wuxi-areas.csv'), { 'content-type': 'text/csv' })
  expect(answer.status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const idOf = async (name: string, input: object, entity: string) => {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields: `${entity} { id }` })
  expect(errors).toBeUndefined()
  return data[name]?.[entity]?.id ?? ''
}
const aSchool = (name = '无锡市第二中学科协') => idOf('establishUnit', { name, type: 'SCHOOL', from: NOTICE_DAY }, 'unit')
const asSchool = (unitId: string) => ({ unitId, category: 'school', from: NOTICE_DAY, paper })
const aPilot = (unitId: string) => idOf('designatePilot', asSchool(unitId), 'pilot')
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)

interface Listed {
  unit: { name: string; area: { code: string } | null }
  category: { code: string }
  department: { name: string }
}

/** What kind of unit a pilot of the notice's list is. */
const TYPES: Record<string, string> = {
  ...{ county: 'COUNTY', district: 'COUNTY', town: 'TOWN', subdistrict: 'TOWN', enterprise: 'ENTERPRISE', school: 'SCHOOL' },
  ...{ hospital: 'HOSPITAL', village: 'GROUP', community: 'VILLAGE', development_zone: 'PARK', park: 'PARK', farmers_association: 'RTA' },
}

test('the notice’s annex is entered as it stands and printed back: 23 units in 12 categories, five of them without an area', async () => {
  const annex = listed('pilot-units.csv')
  const lines = parse<Record<string, string>>(annex, { columns: true, skip_empty_lines: true })
  for (const { category = '', unit: name, host_area_code: areaCode } of lines) {
    const unit = { name, type: TYPES[category], areaCode: areaCode || null, from: NOTICE_DAY }
    const unitId = await idOf('establishUnit', unit, 'unit')
    await idOf('designatePilot', { unitId, category: category.replace('_', '-'), from: NOTICE_DAY, paper }, 'pilot')
  }
  const fields = '{ nodes { unit { name area { code } } category { code } department { name } } }'
  const on = async (day: string) =>
    (await organization.ask<{ pilots: { nodes: Listed[] } }>(`{ pilots(on: "${day}") ${fields} }`, { language: 'zh' })).data.pilots.nodes
  const printed = (await on(NOTICE_DAY)).map(({ unit, category, department }) =>
    [category.code.replace('-', '_'), unit.name, unit.area?.code ?? '', department.name].join(),
  )
  expect(['category,unit,host_area_code,responsible_department', ...printed, ''].join('\n')).toBe(annex)
  expect(await on('2018-06-10')).toEqual([])
})

test('the list is narrowed by category, department, area, name and progress, and read in pages', async () => {
  const found = async (narrowed: string) => {
    const { pilots } = await organization.answer<{ pilots: { nodes: { unit: { name: string } }[] } }>(
      `{ pilots(on: "${NOTICE_DAY}", ${narrowed}) { nodes { unit { name } } } }`,
    )
    return pilots.nodes.map(({ unit }) => unit.name)
  }
  expect(await found('category: "subdistrict"')).toEqual(['梁溪区惠山街道科协', '新吴区江溪街道科协'])
  expect(await found('department: "INTERNATIONAL"')).toHaveLength(3)
  expect(await found('within: "320281"')).toEqual(['江阴市科协', '江阴市顾山镇科协'])
  expect(await found('search: "mashan"')).toEqual(['马山生物医药服务外包区科协'])
  expect(await found('progress: DONE')).toEqual([])
  const page = async (after: string | null) => {
    const query =
      'query ($on: LocalDate, $after: Cursor) { pilots(on: $on, first: 20, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }'
    const { pilots } = await organization.answer<{
      pilots: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    }>(query, { on: NOTICE_DAY, after })
    return pilots
  }
  const first = await page(null)
  const second = await page(first.pageInfo.endCursor)
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(23)
})

describe('two at once', () => {
  test('a unit that twenty designate is a pilot once, and the others are told', async () => {
    const unitId = await aSchool()
    const answers = await Promise.all(Array.from({ length: 20 }, () => organization.command('designatePilot', asSchool(unitId))))
    expect(codesOf(answers)).toEqual(new Array(19).fill('PILOT_ALREADY'))
  })

  test('a unit that one designates and another dissolves is a pilot or dissolved, never both', async () => {
    const race = async () => {
      const unitId = await aSchool()
      const dissolve = { unitId, on: '2020-01-01', reason: '撤并' }
      return Promise.all([organization.command('designatePilot', asSchool(unitId)), organization.command('dissolveUnit', dissolve)])
    }
    for (const answers of await Promise.all(Array.from({ length: 10 }, race)))
      expect(['UNIT_NOT_IN_FORCE', 'UNIT_IS_PILOT']).toContain(codesOf(answers).join())
  })

  test('a pilot that two change on the same day changes once', async () => {
    const pilotId = await aPilot(await aSchool())
    const change = { pilotId, department: 'POPULARISATION', from: '2020-01-01', paper }
    const answers = await Promise.all([1, 2].map(() => organization.command('changePilotDesignation', change)))
    expect(codesOf(answers)).toEqual(['PILOT_NOT_IN_FORCE'])
  })
})

test('a command sent again gives the first answer; its id for another unit is refused', async () => {
  const [unitId, other] = [await aSchool(), await aSchool('无锡市第三中学科协')]
  const commandId = randomUUID()
  const sent = (id: string) => organization.command('designatePilot', asSchool(id), { commandId, fields: 'pilot { id } version mark' })
  const first = await sent(unitId)
  expect(first.data).toMatchObject({ designatePilot: { pilot: { id: commandId } } })
  expect(await sent(unitId)).toEqual(first)
  expect(codesOf([await sent(other)])).toEqual(['IDEMPOTENCY_KEY_REUSED'])
})

test('a pilot is designated, works, changes its department and ends; each fact is told in order, without a word of what was said', async () => {
  const unitId = await aSchool()
  const first = await aPilot(unitId)
  const record = (pilotId: string, said: object) => organization.command('recordPilotTask', { pilotId, task: 'experience', ...said })
  expect(
    (await record(first, { state: 'UNDER_WAY', on: '2019-01-01', nextStep: '整理案例', nextStepBy: '2019-06-30' })).errors,
  ).toBeUndefined()
  const change = { pilotId: first, department: 'POPULARISATION', from: '2020-01-01', paper }
  const second = await idOf('changePilotDesignation', change, 'pilot')
  expect((await record(second, { state: 'DROPPED', remark: '并入典型征集' })).errors).toBeUndefined()
  const { data } = await organization.command('endPilotDesignation', { pilotId: second, on: '2026-04-01', reason: '任务完成' })
  expect(data).toMatchObject({ endPilotDesignation: { version: 6 } })

  const fields = 'department { code } until endReason tasks { task { code } state records { state on nextStep remark } }'
  const { pilot, unit } = await organization.answer<{ pilot: { tasks: { task: { code: string } }[] }; unit: object }>(
    `{ pilot(id: "${second}") { ${fields} } unit(id: "${unitId}") { pilot(on: "2019-12-31") { id } pilotCategory } }`,
  )
  expect(pilot).toMatchObject({ department: { code: 'POPULARISATION' }, until: '2026-04-01', endReason: '任务完成' })
  expect(pilot.tasks.find(({ task }) => task.code === 'experience')).toMatchObject({
    state: 'DROPPED',
    records: [{ remark: '并入典型征集', on: '2026-03-31' }, { nextStep: '整理案例' }],
  })
  expect(unit).toEqual({ pilot: { id: first }, pilotCategory: 'school' })

  const told = () => organization.log.read('organization.units')
  await until(async () => (await told()).filter((text) => text.includes(unitId)).length === 7)
  const texts = (await told()).filter((text) => text.includes(unitId))
  const facts = texts.map((text) => JSON.parse(text) as { type: string; data: object; sequence: string })
  for (const { type, data: said } of facts) expect(eventByType(type)?.data.safeParse(said).success).toBe(true)
  expect(facts.map(({ type, sequence }) => `${sequence} ${type.split('.')[1]}`)).toEqual([
    '1 unit-established',
    '2 pilot-designated',
    '3 pilot-task-recorded',
    '4 pilot-designation-ended',
    '5 pilot-designated',
    '6 pilot-task-recorded',
    '7 pilot-designation-ended',
  ])
  expect(texts.join()).not.toMatch(/整理|典型|完成|锡科协发/)
})

test('the unit that is dissolved first ends as a pilot', async () => {
  const unitId = await aSchool()
  const pilotId = await aPilot(unitId)
  const dissolve = () => organization.command('dissolveUnit', { unitId, on: '2026-04-01', reason: '撤并' })
  expect(codesOf([await dissolve()])).toEqual(['UNIT_IS_PILOT'])
  await organization.command('endPilotDesignation', { pilotId, on: '2026-04-01', reason: '单位撤并' })
  expect(codesOf([await dissolve()])).toEqual([])
})

test('what was said of a unit before pilots were designated makes none of it', async () => {
  const said = { name: '旧试点科协', type: 'ENTERPRISE', from: NOTICE_DAY, pilotCategory: 'enterprise' }
  const unitId = await idOf('establishUnit', said, 'unit')
  const { unit, units } = await organization.answer<{ unit: object; units: { nodes: { id: string }[] } }>(
    `{ unit(id: "${unitId}") { pilotCategory pilot { id } } units(pilotsOnly: true, first: 200) { nodes { id pilot { id } } } }`,
  )
  expect(unit).toEqual({ pilotCategory: 'enterprise', pilot: null })
  expect(units.nodes.map(({ id }) => id)).not.toContain(unitId)
  expect(units.nodes).not.toContainEqual({ id: expect.anything(), pilot: null })
})
