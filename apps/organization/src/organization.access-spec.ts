import { randomUUID } from 'node:crypto'
import { testEveryField } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
const logged: string[] = []
let organization: OrganizationUnderTest

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
  organization = await OrganizationUnderTest.start({ ...engines(), ...names }, { LOG_LEVEL: 'trace' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const id = randomUUID()
const reference = (type: string, key: string) => `{ _entities(representations: [{ __typename: "${type}", ${key} }]) { __typename } }`
const QUESTIONS = [
  '{ area(code: "320200") { name } }',
  '{ areas { nodes { name } } }',
  '{ areaTree { name } }',
  `{ unit(id: "${id}") { name } }`,
  '{ units { nodes { name } } }',
  '{ unitChanges(from: "2018-01-01", to: "2026-01-01") { nodes { kind } } }',
  `{ employer(id: "${id}") { name } }`,
  '{ employers { nodes { name } } }',
  `{ body(id: "${id}") { id } }`,
  `{ seat(id: "${id}") { id } }`,
  '{ termWarnings { daysLeft: __typename } }',
  '{ termsDue { nodes { daysLeft } } }',
  `{ pilot(id: "${id}") { id } }`,
  '{ pilots { nodes { id } } }',
  `{ founding(id: "${id}") { id } }`,
  '{ foundings { nodes { id } } }',
  '{ foundingCounts { open } }',
  reference('Area', 'code: "320200"'),
  reference('Unit', `id: "${id}"`),
  reference('Employer', `id: "${id}"`),
  reference('Body', `id: "${id}"`),
  reference('Seat', `id: "${id}"`),
]
const street = { name: '密语街道科协', type: 'ENTERPRISE', from: '2018-06-11', pilotCategory: '密语类别' }
const seat = { title: '密语职务', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }
const COMMANDS: [string, object][] = [
  ['establishUnit', street],
  ['dissolveUnit', { unitId: id, on: '2025-01-01', reason: '密语原因' }],
  ['reviveUnit', { unitId: id, paper: '密语文件' }],
  ['renameUnit', { unitId: id, name: '密语街道科协', on: '2025-01-01', paper: '密语文件' }],
  ['withdrawRenaming', { unitId: id, from: '2025-01-01' }],
  ['moveUnit', { unitId: id, parentId: id, on: '2025-01-01', paper: '密语文件' }],
  ['withdrawMove', { unitId: id, from: '2025-01-01' }],
  ['mergeUnits', { unitId: id, predecessorIds: [id], on: '2025-01-01', paper: '密语文件' }],
  ['splitUnit', { unitId: id, into: [{ unitId: id, areaCodes: ['320200'] }], on: '2025-01-01', paper: '密语文件' }],
  ['registerEmployer', { name: '密语医院', kind: 'hospital', level: 'TOWN', areaCode: '320200' }],
  ['openBody', { unitId: id, from: '2020-01-01' }],
  ['openTerm', { bodyId: id, from: '2020-01-01', until: '2021-01-01', seats: [seat] }],
  ['createSeat', { bodyId: id, term: 1, seat }],
  ['postponeCongress', { bodyId: id, term: 1, until: '2021-06-01', paper: '密语文号' }],
  ['endBody', { bodyId: id, on: '2021-06-01', paper: '密语文号' }],
  ['designatePilot', { unitId: id, category: '密语类别', from: '2020-01-01', paper: '密语文号' }],
  ['changePilotDesignation', { pilotId: id, category: '密语类别', from: '2020-01-01', paper: '密语文号' }],
  ['endPilotDesignation', { pilotId: id, on: '2020-01-01', reason: '密语原因' }],
  ['beginFounding', { name: '密语科协', type: 'ENTERPRISE', areaCode: '320200', on: '2020-01-01', paper: '密语文件' }],
  ['addFoundingMembers', { foundingId: id, members: [{ kind: 'EMPLOYER', id }] }],
  ['removeFoundingMember', { foundingId: id, memberId: id }],
  ['draftFoundingRules', { foundingId: id, on: '2020-01-01', paper: '密语章程' }],
  ['applyForFounding', { foundingId: id, on: '2020-01-01', paper: '密语申请', papers: [{ code: '密语', title: '密语材料' }] }],
  ['reviewFounding', { foundingId: id, on: '2020-01-01', returnedBecause: '密语原因' }],
  ['replyToFounding', { foundingId: id, on: '2020-01-01', paper: '密语批复', refusedBecause: '密语原因' }],
  [
    'holdFoundingMeeting',
    { foundingId: id, on: '2020-01-01', paper: '密语纪要', entitled: 1, present: 1, elected: 1, termUntil: '2025-01-01' },
  ],
  ['fileFounding', { foundingId: id, on: '2020-01-01', paper: '密语备案' }],
  ['hangFoundingPlate', { foundingId: id, on: '2020-01-01', paper: '密语记录' }],
  ['withdrawFounding', { foundingId: id, on: '2020-01-01', reason: '密语原因' }],
  ['lapseFounding', { foundingId: id, on: '2020-01-01', reason: '密语原因' }],
  ['recordPilotTask', { pilotId: id, task: '密语任务', state: 'DONE', remark: '密语说明', nextStep: '密语下一步' }],
]

/** Where lists come in, each with its columns. */
const LISTS: [string, string][] = [
  ['/files/units', 'name,type,area,also_covers,parent,mode,host,from'],
  ['/files/covered-employers', 'unit,employer,credit_code,area,kind,level,mode,from,until,reason'],
  ['/files/conditions', 'unit,kind,value,from,source,evidence_title,evidence_number'],
  ['/files/seats', 'unit,kind,body,opened,term,from,until,title,rank,kinds,places,reserved_head,by_post'],
]

test.each(QUESTIONS)('an account without a role is told nothing: %s', async (question) => {
  expect((await organization.ask(question, { grants: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(QUESTIONS)('an administrator may ask: %s', async (question) => {
  expect((await organization.ask(question)).errors).toBeUndefined()
})

test.each(COMMANDS)('an account without a role commands nothing: %s', async (name, input) => {
  expect((await organization.command(name, input, { grants: [] })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(LISTS)('an account without a role imports nothing and takes nothing out: %s', async (path, head) => {
  const asking = { grants: [] }
  const answers = [
    await organization.send(path, `${head}\n`, { 'content-type': 'text/csv' }, asking),
    await organization.send(`${path}?dryRun=true`, `${head}\n`, { 'content-type': 'text/csv' }, asking),
    await organization.get(path, asking),
    await organization.get(`${path}/template`, asking),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
})

test.each([
  ['no token', {}],
  ['a bad token', { authorization: 'Bearer x.y.z' }],
  ['another’s token', { authorization: 'Basic Y2xlcms6Y2xlcms=' }],
])('with %s nothing is answered', async (_, header: Record<string, string>) => {
  const json = { 'content-type': 'application/json', authorization: '', ...header }
  const response = await organization.send('/graphql', JSON.stringify({ query: QUESTIONS[0] }), json)
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  for (const path of ['/files/areas', ...LISTS.flatMap(([path]) => [path, `${path}?dryRun=true`])]) {
    const file = await organization.send(path, 'code', { 'content-type': 'text/csv', authorization: '', ...header })
    expect(file.status).toBe(401)
  }
})

test('nothing that is said in words stands in the log, be it ever so wrong', async () => {
  for (const [name, input] of COMMANDS) await organization.command(name, input)
  const established = await organization.command('establishUnit', street)
  expect(established.errors).toBeUndefined()
  await organization.command('establishUnit', { ...street, name: ['密语'], from: '密语' })
  await organization.ask('{ units(search: "密语") { nodes { 密语 } } }')
  await organization.ask('{ units(search: "密语") { nodes { name } } }')
  await organization.send('/files/areas', 'code,name,level,parent_code,kind,flag\n密语,密语,密语,密语,密语,密语', {
    'content-type': 'text/csv',
  })
  for (const [path, head] of LISTS)
    for (const query of ['', '?dryRun=true'])
      await organization.send(`${path}${query}`, `${head}\n${head.replace(/\w+/g, '密语')}`, { 'content-type': 'text/csv' })
  await organization.send('/graphql', '{"query": "密语', { 'content-type': 'application/json' })
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('')).not.toContain('密语')
})

testEveryField(
  async () => (await organization.answer<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl,
  (query, asking) => organization.ask(query, asking),
)
