import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { Chance } from '../../demo/chance'
import { entryOf } from '../rig/send'
import type { Rig } from '../rig/rig'
import { Operations, type Operation, type Request } from './operations'
import { Values, type Known } from './values'

/** Clients at once. */
const CLIENTS = 6
/** No short question may cost more than that, in characters of its answer. */
const LARGEST_ANSWER = 20_000_000
/** What tells how the product is made, and is of no use to who asks. */
const INNARDS = /node_modules|\bat [\w.<>]+ \(|Mongo|BSON|ECONN|TypeError|RangeError|SyntaxError|\/dist\/|kafkajs/

/** Who fuzzes, and what he must never read. */
export interface Fuzzer {
  name: string
  token: () => Promise<string>
  /** A text in the names of what lies beyond his reach, and in nothing that he sends. */
  secret?: string | undefined
}

/** How often each outcome came: `200`, `200 BAD_USER_INPUT`, `400 GRAPH_REQUEST_INVALID`, … */
export type Outcomes = Map<string, number>

/** The graph as the gateway composes it. */
async function schemaOf(root: string): Promise<GraphQLSchema> {
  return buildSchema(await readFile(join(root, 'apps/gateway/supergraph.graphql'), 'utf8'), { assumeValid: true })
}

/** Sends so many generated operations; gives what no client should see. What was accepted goes into the ledger. */
export async function fuzz(rig: Rig, fuzzer: Fuzzer, known: Known, count: number, outcomes: Outcomes): Promise<string[]> {
  const schema = await schemaOf(rig.settings.root)
  const findings: string[] = []
  let left = count
  const client = async (place: number) => {
    const chance = new Chance(`fuzz/${fuzzer.name}/${rig.options.seed}/${place}/${count}`)
    const operations = new Operations(schema, chance, new Values(chance, known))
    while (left-- > 0 && findings.length < 10) findings.push(...(await attempt(rig, fuzzer, operations.next(), outcomes)))
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, place) => client(place)))
  return findings
}

async function attempt(rig: Rig, fuzzer: Fuzzer, operation: Operation, outcomes: Outcomes): Promise<string[]> {
  const { status, text } = await post(rig, fuzzer, operation)
  const { command, variables } = operation
  const outcome = [status, /"code":"([A-Z_]+)"/.exec(text)?.[1]].filter(Boolean).join(' ')
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (command) await note(rig, fuzzer, operation, text)
  const wrong = wrongIn(status, text, fuzzer.secret)
  return wrong ? [`${fuzzer.name}: ${wrong}: ${operation.query} ${JSON.stringify(variables).slice(0, 300)} → ${text.slice(0, 500)}`] : []
}

/** What is wrong with an answer, whatever was asked. */
function wrongIn(status: number, text: string, secret: string | undefined): string | undefined {
  if (status >= 500) return `status ${status}`
  if (text.length > LARGEST_ANSWER) return `an answer of ${text.length} characters`
  if (!text.startsWith('{')) return 'no JSON object'
  if (text.includes('"code":"INTERNAL"')) return 'a fault of the product'
  if (INNARDS.test(text)) return 'it tells how the product is made'
  return secret && text.includes(secret) ? 'it tells of what lies beyond reach' : undefined
}

/** A command whose answer lost its mark on the way is sent once more, to learn whether it was carried out. */
async function note(rig: Rig, fuzzer: Fuzzer, { variables, command }: Operation, text: string): Promise<void> {
  if (!command?.markAlone) return
  const { name, commandId, markAlone } = command
  const mark = markIn(text) ?? (text.includes('"path"') ? markIn((await post(rig, fuzzer, markAlone)).text) : undefined)
  if (mark) rig.ledger.accept(entryOf(name, commandId, variables, mark))
}

const markIn = (text: string) => /"mark":"([\w-]+)"/.exec(text)?.[1]

async function post(rig: Rig, fuzzer: Fuzzer, { query, variables }: Request): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await fuzzer.token()}`, 'accept-language': 'en' }
  const response = await fetch(`${rig.gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return { status: response.status, text: await response.text() }
}
