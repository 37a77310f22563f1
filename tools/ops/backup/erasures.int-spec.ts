import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '@sizhang/engines'
import { administratorSession, engines, startStack, type Stack } from '@sizhang/testing'
import { plant } from '../../analysts/plant'
import { CHILD_NUMBER, PLANTED } from '../../analysts/planted'
import { loadDemo } from '../../demo'
import { writeSmallCity } from '../../demo/small-city'
import { onInstallation } from '../installation'
import { runCommand } from '../commands'
import { opsSettings, type OpsSettings } from '../settings'
import { dumpOf, placesOf } from '../testing/dump'

jest.setTimeout(600_000)

const TOWN = '320281001'
const folder = mkdtempSync(join(tmpdir(), 'erasures-'))
const [data, kept, list] = [join(folder, 'city'), join(folder, 'kept'), join(folder, 'erasures.jsonl')]
/** What tells who the planted person is: as he was registered, as he was put right, his own words and those about him. */
const VALUES = [
  ...Object.entries(PLANTED)
    .filter(([input]) => /Person|MyPhone|DeclineErasure|InviteAccount|Guardian/.test(input))
    .map(([, value]) => value),
  CHILD_NUMBER,
  'zhirurenming',
  'zhi ru ren ming',
  'zhirugengming',
  'zhi ru geng ming',
]
let stack: Stack
let settings: OpsSettings
let session: string
let personId: string
let childId: string
/** Who agrees to be called until the backup is taken. */
const calledId = randomUUID()
/** The guardian of the planted child, as sealed. */
let guardian: string[]
let index: string[]
let figures: unknown
/** Scans of more than one piece each: the first is taken back after the backup. */
const SCANS = [1, 2].map(() => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(400_000)]))
let scans: string[]

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30', env: { LOG_LEVEL: 'trace' } })
  session = await administratorSession(stack)
  const { brokers, mongoUri } = engines()
  const names = { TOPIC_PREFIX: stack.topicPrefix, DATABASE_PREFIX: stack.databasePrefix }
  const keys = { FIELD_KEY: 'the key of this installation', INDEX_KEY: 'and its other one' }
  settings = opsSettings({ KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri, ...names, ...keys })
  writeSmallCity(data)
  const authorization = async () => `Bearer ${session}`
  await loadDemo({ gateway: stack.gateway, authorization, onProgress: () => undefined, data, people: 1, activities: 40 })
  ;({ personId, childId } = await plant(stack.gateway, session, TOWN, readFileSync(join(data, 'wuxi-areas.csv'), 'utf8')))
  const register =
    'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { version } }'
  const consents = [{ purpose: 'CONTACT', textVersion: 1, means: 'SIGNED_PAPER', on: '2026-01-01' }]
  await ask(register, { commandId: calledId, input: { name: '吕大川', phone: '13900006000', consents } })
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

async function ops(...args: string[]): Promise<string> {
  const said: string[] = []
  expect([args[0], await runCommand(args, settings, (line) => said.push(line))]).toEqual([args[0], true])
  return said.join('\n')
}

async function ask(query: string, variables: object = {}): Promise<{ data: unknown; errors?: { message: string }[] }> {
  const response = await fetch(`${stack.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as { data: unknown; errors?: { message: string }[] }
}

/** Attaches the scans to a founding that is begun for them; answers their ids. */
async function attached(): Promise<string[]> {
  const input = { name: '顾山企业联合科协', type: 'ENTERPRISE', areaCode: TOWN, mode: 'JOINT_BY_AREA', on: '2026-05-01' }
  const founding = randomUUID()
  const begin = 'mutation ($commandId: ID!, $input: BeginFoundingInput!) { beginFounding(commandId: $commandId, input: $input) { mark } }'
  expect((await ask(begin, { commandId: founding, input })).errors).toBeUndefined()
  const sent = SCANS.map(async (body) => {
    const headers = {
      ...{ 'content-type': 'application/octet-stream', authorization: `Bearer ${session}` },
      'content-disposition': "attachment; filename*=UTF-8''scan.pdf",
    }
    const address = `${stack.gateway}/files/membership/papers?subject=FOUNDING&id=${founding}&record=1`
    const answer = await fetch(address, { method: 'POST', headers, body })
    return ((await answer.json()) as { paperId: string }).paperId
  })
  return Promise.all(sent)
}

const readScan = (id: string) =>
  fetch(`${stack.gateway}/files/membership/papers/${id}`, { headers: { authorization: `Bearer ${session}` } })

/** Totals of the reports, of heads on a day on which he held his post; once nothing waits any more. */
async function totals(): Promise<unknown> {
  const value = 'value'
  const coverage = (level: string) =>
    `${level}: coverage(level: ${level}) { total { ${value} } covered { ${value} } functioning { ${value} } blank { ${value} } }
     heads${level}: headsEntry(level: ${level}, on: "2025-06-01") { bodies { ${value} } persons { ${value} } byHead { head { code } bodies { ${value} } persons { ${value} } } }`
  let [before, now] = ['', JSON.stringify(await ask(`{ ${['COUNTY', 'TOWN', 'VILLAGE'].map(coverage).join('\n')} }`))]
  await until(
    async () => {
      before = now
      now = JSON.stringify(await ask(`{ ${['COUNTY', 'TOWN', 'VILLAGE'].map(coverage).join('\n')} }`))
      return now === before
    },
    { within: 30_000, every: 1_000 },
  )
  return JSON.parse(now)
}

/** The keyed indexes by which the person's numbers are found. */
const indexOf = () =>
  onInstallation(settings, async ({ databases }) => {
    const person = await databases.membership
      .collection<{ _id: string; phone: { index: string }; identityNumber: { index: string } }>('persons')
      .findOne({ _id: personId })
    return person ? [person.phone.index, person.identityNumber.index] : []
  })

/** Consents of the person and what is sealed of the child's guardian, as membership keeps them. */
const keptOf = () =>
  onInstallation(settings, async ({ databases }) => {
    const persons = databases.membership.collection<{
      _id: string
      legalBases?: object[]
      minor?: { guardian: { name: string; phone: string } }
    }>('persons')
    const [person, child] = await Promise.all([persons.findOne({ _id: personId }), persons.findOne({ _id: childId })])
    return { legalBases: person?.legalBases, guardian: child?.minor?.guardian }
  })

test('before the erasure the person stands in membership’s database alone, and there he is found', async () => {
  for (const search of [PLANTED['CorrectPersonInput.name'], PLANTED['CorrectMyPhoneInput.phone'], 'zhirugengming'])
    expect(JSON.stringify(await ask('query ($search: String) { persons(search: $search) { nodes { id } } }', { search }))).toContain(
      personId,
    )
  index = await indexOf()
  expect(index).toHaveLength(2)
  const { legalBases, guardian: sealed } = await keptOf()
  expect(legalBases).toHaveLength(2)
  guardian = [String(sealed?.name), String(sealed?.phone)]
  figures = await totals()
  expect(JSON.stringify(figures)).not.toContain('errors')
  const places = placesOf([...VALUES, ...index, ...guardian], await dumpOf(stack, settings))
  expect(places.sort()).toEqual(['membership.accesses', 'membership.accounts', 'membership.persons'])
  scans = await attached()
  await ops('backup', '--to', kept)
})

test('a consent that is withdrawn after the backup stands in the list as well', async () => {
  const withdraw =
    'mutation ($commandId: ID!, $input: WithdrawConsentInput!) { withdrawConsent(commandId: $commandId, input: $input) { mark } }'
  const { errors } = await ask(withdraw, { commandId: randomUUID(), input: { personId: calledId, purpose: 'CONTACT' } })
  expect(errors).toBeUndefined()
  expect(await ops('erasures', '--to', list)).toContain('0 人已删除 persons erased  2 项已撤回 consents withdrawn')
})

test('so does a scan that is taken back after the backup', async () => {
  const withdraw =
    'mutation ($commandId: ID!, $input: WithdrawPaperInput!) { withdrawPaper(commandId: $commandId, input: $input) { mark } }'
  const { errors } = await ask(withdraw, { commandId: randomUUID(), input: { paperId: scans[0], reason: 'NAMES_SOMEBODY' } })
  expect(errors).toBeUndefined()
  expect(await ops('erasures', '--to', list)).toContain('1 个扫描件已撤回 papers withdrawn  其中新增 new 1')
})

test('afterwards no database, topic or log holds one of his values, plain, in base64, in pinyin or as an index; the totals are as before', async () => {
  const erase =
    'mutation ($commandId: ID!, $input: ErasePersonInput!) { erasePerson(commandId: $commandId, input: $input) { person { name erasedOn } } }'
  const erased = await ask(erase, { commandId: randomUUID(), input: { personId, ground: 'PURPOSE_MET' } })
  expect(erased).toEqual({ data: { erasePerson: { person: { name: '已删除', erasedOn: '2026-06-30' } } } })
  await ask(erase, { commandId: randomUUID(), input: { personId: childId, ground: 'CONSENT_WITHDRAWN' } })
  expect(placesOf([...VALUES, ...index, ...guardian], await dumpOf(stack, settings))).toEqual([])
  expect(await keptOf()).toEqual({ legalBases: undefined, guardian: undefined })
  expect(await totals()).toEqual(figures)
  expect(await ops('verify')).toContain('状态 = 日志 = 读模型')
})

test('the list of erasures says who by an opaque id, and only ever grows', async () => {
  expect(await ops('erasures', '--to', list)).toContain('2 人已删除')
  const lines = readFileSync(list, 'utf8').trimEnd().split('\n')
  const [line = ''] = lines.filter((text) => text.includes(personId) && text.includes('ground'))
  expect(JSON.parse(line)).toMatchObject({ personId, ground: 'PURPOSE_MET', on: '2026-06-30' })
  const older = { personId: randomUUID(), ground: 'TIME_OVER', on: '2025-01-01', commandId: randomUUID(), actor: 'operator' }
  writeFileSync(list, `${[JSON.stringify(older), ...lines].join('\n')}\n`)
  expect(await ops('erasures', '--to', list)).toContain(
    '3 人已删除 persons erased  2 项已撤回 consents withdrawn  1 个扫描件已撤回 papers withdrawn  其中新增 new 0',
  )
})

test('a backup of before the erasure is not restored without a word on who was erased since, nor with a list that is wrong', async () => {
  await stack.stop()
  const restored = (...more: string[]) => runCommand(['restore', '--from', kept, ...more], settings, () => undefined)
  await expect(restored()).rejects.toThrow('没有命令')
  await expect(restored('--erasures', join(folder, 'nowhere'))).rejects.toThrow('找不到删除名单')
  writeFileSync(join(folder, 'wrong'), '{"personId":"植入"}\n')
  await expect(restored('--erasures', join(folder, 'wrong'))).rejects.toThrow('第 1 行有误')
})

test('restored with the list, it has forgotten him before it answers anybody, and all else is as it was', async () => {
  expect(await ops('restore', '--from', kept, '--erasures', list)).toContain('删除名单 erasures  3 人')
  for (const app of ['membership', 'organization', 'activity', 'reporting', 'gateway'] as const) await stack.restart(app)
  expect(placesOf([...VALUES, ...index, ...guardian], await dumpOf(stack, settings))).toEqual([])
  expect(await keptOf()).toEqual({ legalBases: undefined, guardian: undefined })
  expect(await ops('verify')).toContain('状态 = 日志 = 读模型')
  expect(await ask('query ($id: ID!) { person(id: $id) { name erasedOn } }', { id: personId })).toEqual({
    data: { person: { name: '已删除', erasedOn: '2026-06-30' } },
  })
  expect(await totals()).toEqual(figures)
})

test('nor is a consent back in force that was withdrawn after the backup', async () => {
  const asked = 'query ($id: ID!) { person(id: $id) { phone legalBases { purpose { code } inForce withdrawnOn } } }'
  const { data } = (await ask(asked, { id: calledId })) as { data: { person: { phone: string; legalBases: object[] } } }
  expect(data.person.phone).toBe('***********')
  expect(data.person.legalBases).toContainEqual({ purpose: { code: 'CONTACT' }, inForce: false, withdrawnOn: '2026-06-30' })
})

test('a scan of the backup is there byte for byte, and one that was taken back since is gone again', async () => {
  const [withdrawn, other] = await Promise.all(scans.map(readScan))
  expect([withdrawn?.status, other?.status]).toEqual([409, 200])
  expect(await other?.bytes()).toEqual(new Uint8Array(SCANS[1] ?? []))
  const pieces = onInstallation(settings, ({ databases }) => databases.membership.collection('paper_pieces').countDocuments())
  expect(await pieces).toBe(3)
})
