import { randomUUID } from 'node:crypto'
import { AppointmentMade, eventByType } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { areaList, aRow, CITY_AND_COUNTY } from './testing/builders'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
const AGGREGATES = ['areas', 'employers', 'units', 'bodies']
const street = { name: '东亭街道科协', type: 'TOWN', areaCode: '320205001', from: '2018-06-11' }
let organization: OrganizationUnderTest

const idOf = async (name: string, input: object, entity: string) => {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields: `${entity} { id }` })
  expect(errors).toBeUndefined()
  return data[name]?.[entity]?.id ?? ''
}
const aUnit = (input: object = {}) => idOf('establishUnit', { ...street, ...input }, 'unit')
const aBody = async (unitId?: string) => idOf('openBody', { unitId: unitId ?? (await aUnit()), from: '2018-06-11' }, 'body')

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const others = [aRow({ code: '320205002', name: '安镇街道' }), aRow({ code: '320205003', name: '管理区', flag: 'placeholder' })]
  const areas = areaList([...CITY_AND_COUNTY, aRow(), ...others])
  expect((await organization.send('/files/areas', areas, { 'content-type': 'text/csv' })).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('a street association is founded with its committee, first term and seats, and each fact is told', async () => {
  const unitId = await aUnit()
  const bodyId = await aBody(unitId)
  const seats = [{ title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'], reservedHead: 'HOSPITAL_HEAD' }]
  const opened = await organization.command('openTerm', { bodyId, from: '2021-06-01', until: '2026-06-01', seats })
  expect(opened.errors).toBeUndefined()
  const { unit } = await organization.answer<{ unit: object }>(
    `{ unit(id: "${unitId}") { name type { name } area { name } bodies { kind { name } term { number seats { title places } } } } }`,
  )
  expect(unit).toMatchObject({
    name: '东亭街道科协',
    area: { name: '东亭街道' },
    bodies: [{ kind: { name: 'Committee' }, term: { number: 1, seats: [{ title: '副主席', places: 1 }] } }],
  })
  await until(async () => (await organization.log.read('organization.bodies')).filter((text) => text.includes(bodyId)).length === 3)
  const told = [...(await organization.log.read('organization.units')), ...(await organization.log.read('organization.bodies'))]
  const facts = told.map((text) => JSON.parse(text) as { type: string; subject: string; data: object; sequence: string })
  for (const { type, data } of facts) expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  expect(facts.filter(({ subject }) => subject === bodyId).map(({ type, sequence }) => [type, sequence])).toEqual([
    ['organization.body-opened.v1', '1'],
    ['organization.term-opened.v1', '2'],
    ['organization.seat-created.v1', '3'],
  ])
  expect(told.join()).not.toMatch(/东亭|副主席/)
})

describe('a command', () => {
  test('sent twenty times at once is carried out once, and answered equally', async () => {
    const commandId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        organization.command('establishUnit', street, { commandId, fields: 'unit { id name } version mark' }),
      ),
    )
    expect(answers[0]?.errors).toBeUndefined()
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('whose id was used with another body is refused', async () => {
    const commandId = randomUUID()
    await organization.command('establishUnit', street, { commandId })
    const { errors } = await organization.command('establishUnit', { ...street, name: '另一科协' }, { commandId })
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId', value: commandId } }])
  })

  test('of fifty at once on the same version one succeeds, and the others are told', async () => {
    const bodyId = await aBody()
    const term = (year: number) => ({ bodyId, from: `${year}-01-01`, until: `${year + 1}-01-01` })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) => organization.command('openTerm', term(2020 + place), { expectedVersion: 1 })),
    )
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(49)
  })

  test('has its id in any case, and seats get the same ids', async () => {
    const bodyId = await aBody()
    const commandId = randomUUID()
    const input = {
      bodyId,
      from: '2021-01-01',
      until: '2026-01-01',
      seats: [{ title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }],
    }
    const open = (id: string) => organization.command('openTerm', input, { commandId: id, fields: 'term { number seats { id } }' })
    const first = await open(commandId)
    expect(first.errors).toBeUndefined()
    expect(await open(commandId.toUpperCase())).toEqual(first)
    const seat = { bodyId, term: 1, seat: input.seats[0] }
    const seatId = randomUUID()
    const created = await organization.command('createSeat', seat, { commandId: seatId.toUpperCase(), fields: 'seat { id }' })
    expect(created).toEqual({ data: { createSeat: { seat: { id: seatId } } } })
  })
})

test('an employer’s credit code is taken once, even by two at the same time', async () => {
  const input = { name: '东亭医院', kind: 'hospital', level: 'TOWN', areaCode: '320205001', creditCode: '51320200MJ00000A1F' }
  const answers = await Promise.all([1, 2].map(() => organization.command('registerEmployer', input)))
  expect(answers.flatMap(({ errors }) => errors ?? [])).toMatchObject([
    { extensions: { code: 'CREDIT_CODE_TAKEN', family: 'CONFLICT', field: 'creditCode' } },
  ])
  const { employers } = await organization.answer<{ employers: object }>('{ employers(search: "dtyy") { nodes { name creditCode } } }')
  expect(employers).toEqual({ nodes: [{ name: '东亭医院', creditCode: '51320200MJ00000A1F' }] })
})

test('a unit is renamed from a day on, found by each of its names, and called on each day as it was then', async () => {
  const unitId = await aUnit({ name: '坊前街道科协' })
  const rename = (name: string, on: string) => organization.command('renameUnit', { unitId, name, on, paper: '锡科协发〔2020〕1号' })
  expect((await rename('江溪街道科协', '2020-05-01')).errors).toBeUndefined()
  expect((await rename('江溪科协', '2027-01-01')).errors).toBeUndefined()
  const { units } = await organization.answer<{ units: { nodes: object[] } }>(
    '{ units(search: "坊前") { nodes { name before: name(on: "2020-04-30") next: name(on: "2027-01-01") names { from until } } } }',
  )
  expect(units.nodes).toEqual([
    {
      ...{ name: '江溪街道科协', before: '坊前街道科协', next: '江溪科协' },
      names: [
        { from: '2018-06-11', until: '2020-05-01' },
        { from: '2020-05-01', until: '2027-01-01' },
        { from: '2027-01-01', until: null },
      ],
    },
  ])
  expect((await organization.command('withdrawRenaming', { unitId, from: '2027-01-01' })).errors).toBeUndefined()
  expect((await organization.answer<{ units: object }>('{ units(search: "jxkx") { nodes { name } } }')).units).toEqual({ nodes: [] })
})

describe('a unit is dissolved', () => {
  const dissolve = (unitId: string, on = '2025-01-01') => organization.command('dissolveUnit', { unitId, on, reason: '撤并' })

  test('not while a seat is held in it, as membership tells', async () => {
    const unitId = await aUnit()
    const place = { seatId: randomUUID(), appointmentId: randomUUID(), bodyId: randomUUID(), unitId, personId: randomUUID(), head: null }
    const held = {
      unitType: 'TOWN',
      serves: 'TOWN',
      path: ['320200'],
      term: 1,
      rank: 'CHAIR',
      kind: 'FULL_TIME_OFFICE',
      basis: 'election',
    } as const
    const made = AppointmentMade.of({ ...place, ...held, path: [...held.path], from: '2024-01-01', until: '2025-01-02' })
    await organization.seen(await organization.log.publish([made], 2))
    expect((await dissolve(unitId)).errors).toMatchObject([{ extensions: { code: 'UNIT_HAS_SEATS_HELD', details: { count: 1 } } }])
    expect((await dissolve(unitId, '2025-01-02')).errors).toBeUndefined()
  })

  test('not while another stands below it', async () => {
    const parentId = await aUnit({ type: 'COUNTY', areaCode: '320205', name: '锡山区科协' })
    await aUnit({ parentId })
    expect((await dissolve(parentId)).errors).toMatchObject([{ extensions: { code: 'UNIT_HAS_UNITS_BELOW' } }])
  })

  test('once', async () => {
    const unitId = await aUnit()
    expect((await dissolve(unitId)).errors).toBeUndefined()
    expect((await dissolve(unitId)).errors).toMatchObject([{ extensions: { code: 'UNIT_DISSOLVED_ALREADY' } }])
    expect((await dissolve(randomUUID())).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  })
})

describe('bad input is refused with one code, the field and the way out; nothing is stored and nothing told', () => {
  let [unitId, bodyId] = ['', '']
  beforeAll(async () => {
    unitId = await aUnit()
    bodyId = await aBody(unitId)
    await organization.command('openTerm', { bodyId, from: '2021-06-01', until: '2026-06-01' })
  })
  const employer = { name: '东亭医院', kind: 'hospital', level: 'TOWN', areaCode: '320205001' }
  const cases: [string, () => [string, object], string | null][] = [
    ['AREA_UNKNOWN', () => ['establishUnit', { ...street, areaCode: '320205009' }], 'areaCode'],
    ['AREA_LEVEL_WRONG', () => ['establishUnit', { ...street, areaCode: '320205' }], 'areaCode'],
    ['AREA_PLACEHOLDER', () => ['establishUnit', { ...street, areaCode: '320205003' }], 'areaCode'],
    ['UNIT_TYPE_UNKNOWN', () => ['establishUnit', { ...street, type: 'GUILD' }], 'type'],
    ['PARENT_TYPE_NOT_ALLOWED', () => ['establishUnit', { ...street, parentId: unitId }], 'parentId'],
    ['PARENT_UNKNOWN', () => ['establishUnit', { ...street, parentId: randomUUID() }], 'parentId'],
    ['VALUE_INVALID', () => ['establishUnit', { ...street, from: '2023-02-29' }], null],
    ['VALUE_INVALID', () => ['establishUnit', { ...street, areaCode: 'x' }], null],
    ['GRAPH_REQUEST_INVALID', () => ['establishUnit', { ...street, type: null }], null],
    ['DISSOLVED_BEFORE_ESTABLISHED', () => ['dissolveUnit', { unitId, on: '2018-06-10', reason: '撤并' }], 'on'],
    ['RENAMED_OUT_OF_FORCE', () => ['renameUnit', { unitId, name: '新名科协', on: '2018-06-11', paper: '文件' }], 'on'],
    ['NAME_BORNE_ALREADY', () => ['renameUnit', { unitId, name: street.name, on: '2020-01-01', paper: '文件' }], 'name'],
    ['NOT_THE_LAST_RENAMING', () => ['withdrawRenaming', { unitId, from: '2020-01-01' }], 'from'],
    ['CREDIT_CODE_INVALID', () => ['registerEmployer', { ...employer, creditCode: '51320200MJ00000A1G' }], 'creditCode'],
    ['EMPLOYER_KIND_UNKNOWN', () => ['registerEmployer', { ...employer, kind: 'casino' }], 'kind'],
    ['TERM_ENDS_BEFORE_IT_STARTS', () => ['openTerm', { bodyId, from: '2027-01-01', until: '2026-12-31' }], 'until'],
    ['TERM_OVERLAPS', () => ['openTerm', { bodyId, from: '2025-01-01', until: '2027-01-01' }], 'from'],
    ['UNIT_UNKNOWN', () => ['openBody', { unitId: randomUUID(), from: '2020-01-01' }], 'unitId'],
    [
      'TERM_UNKNOWN',
      () => ['createSeat', { bodyId, term: 9, seat: { title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] } }],
      'term',
    ],
  ]

  test.each(cases)('%s', async (code, input, field) => {
    const [name, said] = input()
    const before = await organization.stored(AGGREGATES)
    for (const language of ['zh', 'en'] as const) {
      const { errors } = await organization.command(name, said, { language })
      expect(errors).toMatchObject([{ extensions: { code, field, hint: expect.stringMatching(/.{4}/) } }])
      expect(/[\u4e00-\u9fff]/.test(errors?.[0]?.extensions.hint ?? '')).toBe(language === 'zh')
    }
    expect(await organization.stored(AGGREGATES)).toEqual(before)
  })

  test('a command’s id that is no UUID', async () => {
    const seats = [{ title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }]
    const input = { bodyId, from: '2027-01-01', until: '2028-01-01', seats }
    for (const [name, said] of [['openTerm', input] as const, ['establishUnit', street] as const])
      expect((await organization.command(name, said, { commandId: 'once' })).errors).toMatchObject([
        { extensions: { code: 'COMMAND_ID_INVALID', field: 'commandId', value: 'once' } },
      ])
  })

  test('a page of 201 rows, a forged cursor and that of another reader', async () => {
    const page = (said: string, account = 'clerk') =>
      organization.ask<{ areas: { pageInfo: { endCursor: string } } }>(`{ areas(${said}) { pageInfo { endCursor } } }`, { account })
    expect((await page('first: 201')).errors).toMatchObject([{ extensions: { code: 'FIRST_OUT_OF_RANGE', field: 'first', value: 201 } }])
    const { endCursor } = (await page('first: 1')).data.areas.pageInfo
    expect((await page(`first: 1, after: "${endCursor}"`)).errors).toBeUndefined()
    for (const [said, account] of [
      [`after: "${endCursor}"`, 'another'],
      [`level: TOWN, after: "${endCursor}"`, 'clerk'],
      ['after: "WyIzMiJd.AAAA"', 'clerk'],
    ] as const)
      expect((await page(`first: 1, ${said}`, account)).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID', field: 'after' } }])
  })

  test('a body of one megabyte', async () => {
    const body = JSON.stringify({ query: '{ unitTypes { code } }', variables: { text: 'x'.repeat(1_000_000) } })
    const response = await organization.send('/graphql', body, { 'content-type': 'application/json' }, { language: 'zh' })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/过大/), extensions: { code: 'BODY_TOO_LARGE' } }],
    })
  })
})
