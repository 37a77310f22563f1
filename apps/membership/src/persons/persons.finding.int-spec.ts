import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { hospitalRegistered } from '../testing/builders'
import { MembershipUnderTest } from '../testing/service'

const names = freshNames()
const hospital = randomUUID()
const school = randomUUID()
const ids: Record<string, string> = {}
let membership: MembershipUnderTest

const REGISTER =
  'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { mark } }'

async function register(input: { name: string; phone?: string; identityNumber?: string; homeJob?: object }): Promise<void> {
  const commandId = randomUUID()
  ids[input.name] = commandId
  await membership.answer(REGISTER, { commandId, input })
}

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
  const inJiangyin = { kind: 'primary-school', level: 'VILLAGE' as const, area: '320281111', path: ['320200', '320281', '320281111'] }
  await membership.seen(await membership.log.publish([hospitalRegistered(hospital), hospitalRegistered(school, inJiangyin)]))
  await register({ name: '单明远', phone: '13900008000', homeJob: { employerId: hospital, title: 'hospital-head', from: '2020-03-01' } })
  await register({
    name: '吕大川',
    identityNumber: '320200190001010012',
    homeJob: { employerId: school, title: 'school-head', from: '2020-03-01' },
  })
  await register({ name: '欧阳文山', homeJob: { employerId: hospital, title: 'local-expert', from: '2026-04-01' } })
  await register({ name: '阿卜杜拉·买买提' })
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

interface Page {
  persons: { nodes: { name: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}
const LIST = `query ($search: String, $head: String, $within: AreaCode, $first: Int, $after: Cursor) {
  persons(search: $search, head: $head, within: $within, first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }`
const list = (variables: object, account = 'clerk') => membership.ask<Page>(LIST, { variables: { ...variables }, account })
const found = async (variables: object) => (await list(variables)).data.persons.nodes.map(({ name }) => name)

test('persons stand in the order of pinyin, a family name in its own reading', async () => {
  expect(await found({})).toEqual(['阿卜杜拉·买买提', '吕大川', '欧阳文山', '单明远'])
})

describe('a person is found', () => {
  test.each([
    ['by the name', '单明远', '单明远'],
    ['by a part of the name', '文山', '欧阳文山'],
    ['by pinyin, the family name as such', 'shan mingyuan', '单明远'],
    ['by a part of the pinyin', 'Mingyuan', '单明远'],
    ['by ü written as v', 'lvdachuan', '吕大川'],
    ['by initials', 'oyws', '欧阳文山'],
    ['by the whole phone, however it is written', '+86 139-0000-8000', '单明远'],
    ['by the whole identity number', '320200190001010012', '吕大川'],
  ])('%s', async (_, search, name) => {
    expect(await found({ search })).toEqual([name])
  })

  test.each(['dan', '1390000', '8000', '13900008001', '3202001900', '.*', '(a+)+$', '__proto__', '{"$gt":""}'])(
    'not by “%s”',
    async (search) => {
      expect(await found({ search })).toEqual([])
    },
  )
})

test.each(['\u0000', '单\u202e', '\ud800', '单'.repeat(61)])('a search text that no name can hold is refused: %j', async (search) => {
  expect((await list({ search })).errors).toMatchObject([{ extensions: { family: 'BAD_USER_INPUT', field: 'search' } }])
})

describe('a list is narrowed by the home job of today', () => {
  test.each([
    ['head', { head: 'HOSPITAL_HEAD' }, ['单明远']],
    ['area, at any depth', { within: '320281' }, ['吕大川']],
    ['both of one job', { head: 'HOSPITAL_HEAD', within: '320281' }, []],
    ['a job that begins tomorrow does not count', { head: 'OTHER_KEY' }, []],
  ])('%s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected)
  })
})

describe('a list is read page by page', () => {
  test('each person once, to the end', async () => {
    const first = (await list({ first: 3 })).data.persons
    const second = (await list({ first: 3, after: first.pageInfo.endCursor })).data.persons
    expect([...first.nodes, ...second.nodes]).toHaveLength(4)
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  })

  test.each([0, 201])('not by %i at once', async (first) => {
    expect((await list({ first })).errors).toMatchObject([{ extensions: { code: 'FIRST_OUT_OF_RANGE', field: 'first', value: first } }])
  })

  test('a cursor is good for its list, its filter and its reader alone', async () => {
    const { endCursor: after } = (await list({ first: 1 })).data.persons.pageInfo
    expect((await list({ first: 1, after })).errors).toBeUndefined()
    const refused = [
      await list({ first: 1, after: `${after}x` }),
      await list({ after, head: 'SCHOOL_HEAD' }),
      await list({ after }, 'another'),
    ]
    for (const { errors } of refused) expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID', field: 'after' } }])
  })
})

test('an employer’s staff is who works there today', async () => {
  const asked = { representations: [hospital, school, randomUUID()].map((id) => ({ __typename: 'Employer', id })) }
  const QUESTION =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Employer { staff { name } } } }'
  expect(await membership.answer(QUESTION, asked)).toEqual({
    _entities: [{ staff: [{ name: '单明远' }] }, { staff: [{ name: '吕大川' }] }, { staff: [] }],
  })
  expect(await membership.reads(() => membership.answer(QUESTION, asked))).toHaveLength(1)
})

test('persons asked for by other services come in one read, in their order', async () => {
  const representations = [ids['吕大川'], randomUUID(), ids['单明远']].map((id) => ({ __typename: 'Person', id }))
  const QUESTION =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name head { code } } } }'
  const asked = () => membership.answer(QUESTION, { representations })
  expect(await asked()).toEqual({
    _entities: [{ name: '吕大川', head: { code: 'SCHOOL_HEAD' } }, null, { name: '单明远', head: { code: 'HOSPITAL_HEAD' } }],
  })
  expect(await membership.reads(asked)).toHaveLength(1)
})

test('one person is shown as on a day, the titles and heads of the packs in the reader’s words', async () => {
  const QUESTION =
    'query ($id: ID!) { person(id: $id) { name head(on: "2019-01-01") { code } } titles(level: VILLAGE) { code levels employerKinds } heads { code name } }'
  const answer = await membership.answer<{ titles: object[]; heads: object[] }>(QUESTION, { id: ids['单明远'] })
  expect(answer).toMatchObject({ person: { name: '单明远', head: null } })
  expect(answer.titles).toContainEqual({ code: 'local-expert', levels: ['VILLAGE'], employerKinds: [] })
  expect(answer.heads).toContainEqual({ code: 'HOSPITAL_HEAD', name: expect.stringContaining('ospital') })
})
