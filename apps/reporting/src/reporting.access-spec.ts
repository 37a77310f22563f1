import { testEveryField } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { anArea } from './testing/facts'
import { ReportingUnderTest } from './testing/service'

const names = freshNames()
let reporting: ReportingUnderTest

beforeAll(async () => {
  reporting = await ReportingUnderTest.start({ ...engines(), ...names })
  await reporting.publish([anArea('320200'), anArea('320281')])
})
afterAll(async () => {
  await reporting.stop()
  await names.drop()
})

const QUESTIONS = [
  '{ coverage(level: COUNTY) { total { value } } }',
  '{ coverageTrend(level: COUNTY, from: "2018-01-01", to: "2018-02-01") { total } }',
  '{ coverageGrid(level: COUNTY) { state } }',
  '{ headsEntry(level: COUNTY) { bodies { value } } }',
  '{ work { activities { value } } }',
  '{ sectorCoverage { whole { known { value } } } }',
  '{ lacks(level: COUNTY) { units { value } } }',
  '{ _entities(representations: [{ __typename: "Area", code: "320281" }]) { ... on Area { coverageState } } }',
  '{ _entities(representations: [{ __typename: "Unit", id: "0190b5a2-0000-7000-8000-000000000000" }]) { ... on Unit { functioning } } }',
]

test.each(QUESTIONS)('an account without a role sees no figure: %s', async (question) => {
  const { errors } = await reporting.ask(question, { grants: [] })
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test.each(QUESTIONS)('an administrator sees it: %s', async (question) => {
  await reporting.answer(question)
})

test('without a token nothing is answered', async () => {
  const response = await fetch(`${await reporting.app.getUrl()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTIONS[0] }),
  })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
})

test('the cursor of one reader is refused to another', async () => {
  const page = (account: string, after: string) =>
    reporting.ask<{ coverage: { areas: { pageInfo: { endCursor: string } } } }>(
      `{ coverage(level: COUNTY) { areas(first: 1${after}) { pageInfo { endCursor } } } }`,
      { account },
    )
  const { data } = await page('clerk', '')
  const stolen = `, after: "${data.coverage.areas.pageInfo.endCursor}"`
  expect((await page('clerk', stolen)).errors).toBeUndefined()
  expect((await page('another', stolen)).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }])
})

testEveryField(
  async () => (await reporting.answer<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl,
  (query, asking) => reporting.ask(query, asking),
)
