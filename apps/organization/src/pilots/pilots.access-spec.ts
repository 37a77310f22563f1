import { everywhere, type Grant } from '@sizhang/service-kit'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const paper = '锡科协发〔2018〕61号'
let organization: OrganizationUnderTest
let [school, street, neighbour]: Pilot[] = []

interface Pilot {
  unitId: string
  pilotId: string
  category: string
}

const made = async (name: string, input: object, fields: string) => {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields })
  expect(errors).toBeUndefined()
  return Object.values(data[name] ?? {})[0]?.id ?? ''
}
const aUnit = (type: string, areaCode: string | null) =>
  made('establishUnit', { name: `${type}科协`, type, areaCode, from: '2018-06-11' }, 'unit { id }')
const designation = (unitId: string, category: string) => ({ unitId, category, from: '2018-06-11', paper })
const aPilot = async (type: string, areaCode: string, category: string): Promise<Pilot> => {
  const unitId = await aUnit(type, areaCode)
  return { unitId, category, pilotId: await made('designatePilot', designation(unitId, category), 'pilot { id }') }
}

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const streets = [aRow(), aRow({ line: 5, code: '320205002', name: '安镇街道' })]
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })
  school = await aPilot('SCHOOL', '320205001', 'school')
  street = await aPilot('TOWN', '320205001', 'subdistrict')
  neighbour = await aPilot('TOWN', '320205002', 'subdistrict')
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const within = (code: string, role: string): Grant => ({ ...everywhere(role), within: { kind: 'AREA', code } })
const ofUnit = (id: string, role: string): Grant => ({ ...everywhere(role), within: { kind: 'UNIT', id } })
const refusalOf = async (name: string, input: object, grant: Grant) =>
  (await organization.command(name, input, { grants: [grant], account: 'somebody' })).errors?.[0]?.extensions.code ?? 'done'
const task = (pilot: Pilot | undefined) => ({ pilotId: pilot?.pilotId, task: 'survey', state: 'DONE' })
const change = (pilot: Pilot | undefined, said: object) => ({ pilotId: pilot?.pilotId, from: '2025-01-01', paper, ...said })

test.each([
  ['GENERAL_OFFICE_OFFICER', ['county', 'district', 'town', 'subdistrict']],
  ['POPULARISATION_OFFICER', ['enterprise', 'village', 'community']],
  ['SOCIETIES_OFFICER', ['school', 'hospital', 'farmers-association']],
  ['INTERNATIONAL_OFFICER', ['development-zone', 'park']],
  ['COUNTY_SECRETARY', []],
])('%s is offered the categories %j', async (role, offered) => {
  const { data } = await organization.ask<{ pilotCategories: { code: string; mayDesignate: boolean }[] }>(
    '{ pilotCategories { code mayDesignate } }',
    { grants: [everywhere(role)] },
  )
  expect(data.pilotCategories.filter(({ mayDesignate }) => mayDesignate).map(({ code }) => code)).toEqual(offered)
})

test('an officer designates units of the categories that the own department follows, and takes none of another’s', async () => {
  const officer = everywhere('SOCIETIES_OFFICER')
  expect(await refusalOf('designatePilot', designation(await aUnit('SCHOOL', null), 'school'), officer)).toBe('done')
  const town = await aUnit('TOWN', '320205001')
  expect(await refusalOf('designatePilot', designation(town, 'town'), officer)).toBe('FORBIDDEN')
  expect(await refusalOf('designatePilot', { ...designation(town, 'town'), department: 'SOCIETIES' }, officer)).toBe('FORBIDDEN')
})

test('an officer changes, ends and records pilots of the own department alone, and hands none to another', async () => {
  const officer = everywhere('SOCIETIES_OFFICER')
  const end = (pilot: Pilot | undefined) => ({ pilotId: pilot?.pilotId, on: '2026-01-01', reason: '任务完成' })
  expect(await refusalOf('recordPilotTask', task(street), officer)).toBe('FORBIDDEN')
  expect(await refusalOf('endPilotDesignation', end(street), officer)).toBe('FORBIDDEN')
  expect(await refusalOf('changePilotDesignation', change(street, { department: 'SOCIETIES' }), officer)).toBe('FORBIDDEN')
  expect(await refusalOf('changePilotDesignation', change(school, { department: 'INTERNATIONAL' }), officer)).toBe('FORBIDDEN')
  expect(await refusalOf('recordPilotTask', task(school), officer)).toBe('done')
})

test('an officer of an area designates there alone', async () => {
  const officer = within('320205001', 'GENERAL_OFFICE_OFFICER')
  const [here, there] = [await aUnit('TOWN', '320205001'), await aUnit('TOWN', '320205002')]
  expect(await refusalOf('designatePilot', designation(here, 'town'), officer)).toBe('done')
  expect(await refusalOf('designatePilot', designation(there, 'town'), officer)).toBe('UNIT_UNKNOWN')
})

test('who works in the pilot records its tasks and designates nothing', async () => {
  for (const grant of [within('320205001', 'TOWN_SECRETARY'), ofUnit(street?.unitId ?? '', 'UNIT_CLERK')]) {
    expect(await refusalOf('recordPilotTask', task(street), grant)).toBe('done')
    expect(await refusalOf('recordPilotTask', task(neighbour), grant)).toBe('NOT_FOUND')
    expect(await refusalOf('changePilotDesignation', change(street, { category: 'town' }), grant)).toBe('FORBIDDEN')
  }
})

test('each pilot says what the reader may do with it, as its commands would', async () => {
  const asked = async (grant: Grant) => {
    const query = `{ school: pilot(id: "${school?.pilotId}") { mayDesignate mayRecord } street: pilot(id: "${street?.pilotId}") { mayDesignate mayRecord } }`
    return (await organization.ask(query, { grants: [grant] })).data
  }
  const [all, none] = [
    { mayDesignate: true, mayRecord: true },
    { mayDesignate: false, mayRecord: false },
  ]
  expect(await asked(everywhere('SOCIETIES_OFFICER'))).toEqual({ school: all, street: none })
  expect(await asked(everywhere('CITY_ADMINISTRATOR'))).toEqual({ school: all, street: all })
  expect(await asked(everywhere('COUNTY_SECRETARY'))).toMatchObject({ street: { mayDesignate: false, mayRecord: true } })
  expect(await asked(everywhere('ANALYST'))).toEqual({ school: none, street: none })
})

test('a secretary finds the pilots of her own town and none of the next, and asking for one there leaves an entry', async () => {
  const secretary = { grants: [within('320205001', 'TOWN_SECRETARY')], account: 'stranger' }
  const { data } = await organization.ask<{ pilots: { nodes: { id: string }[] }; pilot: null }>(
    `{ pilots(on: "2020-01-01") { nodes { id } } pilot(id: "${neighbour?.pilotId}") { id } }`,
    secretary,
  )
  const ids = data.pilots.nodes.map(({ id }) => id)
  expect(ids).toContain(street?.pilotId)
  expect(ids).not.toContain(neighbour?.pilotId)
  expect(data.pilot).toBeNull()
  const entries = `{ organizationAudit(record: "${neighbour?.pilotId}", account: "stranger") { nodes { refusal } } }`
  const audit = await organization.ask<{ organizationAudit: { nodes: object[] } }>(entries, { grants: [everywhere('AUDITOR')] })
  expect(audit.data.organizationAudit.nodes).toEqual([{ refusal: 'FORBIDDEN' }])
})
