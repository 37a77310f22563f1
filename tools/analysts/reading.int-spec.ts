import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administratorSession, startStack, type Stack } from '@sizhang/testing'
import { Kind, parse, type InputValueDefinitionNode, type TypeNode } from 'graphql'
import { loadDemo } from '../demo'
import { writeSmallCity } from '../demo/small-city'
import { acceptedIn } from './accepted'
import { streamed, type StreamedFact } from './event-stream'
import { plant } from './plant'
import { CODES, PLANTED } from './planted'
import { pythonReader, read, type Reading } from './readers'

jest.setTimeout(300_000)

const TOWN = '320281001'
const data = mkdtempSync(join(tmpdir(), 'small-city-'))
let stack: Stack
let session: string
let accepted: Map<string, number>
let total: number

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  session = await administratorSession(stack)
  writeSmallCity(data)
  const authorization = async () => `Bearer ${session}`
  await loadDemo({ gateway: stack.gateway, authorization, onProgress: () => undefined, data, people: 1, activities: 100 })
  await plant(stack.gateway, session, TOWN, readFileSync(join(data, 'wuxi-areas.csv'), 'utf8'))
  accepted = await acceptedIn(stack)
  total = countOf(accepted)
})
afterAll(async () => {
  rmSync(data, { recursive: true })
  await stack.stop()
})

test('every text of the graph is either planted here or a code of the catalogues', () => {
  const graph = parse(readFileSync('apps/gateway/supergraph.graphql', 'utf8'))
  const texts = graph.definitions.flatMap((type) => {
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return textsOf(type.name.value, type.fields)
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION || type.name.value !== 'Mutation') return []
    return (type.fields ?? []).flatMap((mutation) => textsOf(mutation.name.value, mutation.arguments))
  })
  expect(texts.sort()).toEqual([...Object.keys(PLANTED), ...CODES].sort())
})

describe.each([
  ['Node', 'read_from_zero.mjs', async () => process.execPath],
  ['Python (needs python3 with venv, and pip that can fetch three packages)', 'read_from_zero.py', pythonReader],
])('the reader of the docs in %s', (_, program, command) => {
  let reading: Reading
  beforeAll(async () => {
    reading = await read(await command(), join('docs/analysts', program), stack)
  })

  test('finds every record valid, and none missing', () => {
    expect(reading.said).toContain(`${total}  facts of ${accepted.size} aggregates`)
    expect(reading.said).toContain(' 0 wrong')
    expect(reading.code).toBe(0)
  })

  test('finds every accepted fact once, in sequence from 1 in each aggregate', () => {
    const facts = reading.lines.map(({ topic, value: { subject, sequence } }) => ({ topic, subject, sequence: Number(sequence) }))
    expect(reading.lines.filter(({ key, value }) => key !== value.subject)).toEqual([])
    expect(sequencesOf(facts)).toEqual(expectedSequences(accepted))
  })

  test('meets no name, phone, identity number or free text in any key, header or value', () => {
    expect(total).toBeGreaterThan(500)
    expect(Object.values(PLANTED).filter((text) => reading.text.includes(text))).toEqual([])
    expect(reading.text).not.toMatch(/PLANTED|植入/)
  })
})

test('server-sent events give each fact once from the start; taken up again, they give what was left, by the rule of the last sequence', async () => {
  // How far the audit goes is told to auditors alone; who asks here is the administrator.
  const told = new Map([...accepted].filter(([key]) => !key.startsWith('audit-checkpoints/')))
  const count = countOf(told)
  expect(count).toBeLessThan(total)
  const whole = await streamed(stack.gateway, session, count, { from: 'start' })
  expect(sequencesOf(whole)).toEqual(expectedSequences(told))
  const first = whole.slice(0, Math.floor(count / 3))
  const last = new Map(first.map(({ topic, subject, sequence }) => [`${topic}/${subject}`, sequence]))
  const isNew = ({ topic, subject, sequence }: StreamedFact) => sequence > (last.get(`${topic}/${subject}`) ?? 0)
  const rest = await streamed(stack.gateway, session, count - first.length, { 'last-event-id': String(first.at(-1)?.id) }, isNew)
  expect(sequencesOf([...first, ...rest])).toEqual(expectedSequences(told))
})

/** Each aggregate's sequences in the order of their coming; a unit and its conditions have one id, and each a sequence of its own. */
function sequencesOf(facts: Pick<StreamedFact, 'topic' | 'subject' | 'sequence'>[]): Record<string, number[]> {
  const sequences: Record<string, number[]> = {}
  for (const { topic, subject, sequence } of facts)
    (sequences[`${topic.slice(topic.lastIndexOf('.') + 1)}/${subject}`] ??= []).push(sequence)
  return sequences
}

function expectedSequences(aggregates: ReadonlyMap<string, number>): Record<string, number[]> {
  const subjects = [...aggregates].map(([key, last]) => [key, Array.from({ length: last }, (_, at) => at + 1)])
  return Object.fromEntries(subjects) as Record<string, number[]>
}

function countOf(aggregates: ReadonlyMap<string, number>): number {
  return [...aggregates.values()].reduce((sum, last) => sum + last, 0)
}

function textsOf(owner: string, fields: readonly InputValueDefinitionNode[] = []): string[] {
  return fields.filter(({ type }) => isText(type)).map(({ name }) => `${owner}.${name.value}`)
}

function isText(type: TypeNode): boolean {
  return type.kind === Kind.NAMED_TYPE ? type.name.value === 'String' : isText(type.type)
}
