import mongoose from 'mongoose'
import { services } from '@sizhang/engines'
import type { Rig } from '../rig/rig'
import { factsInLog } from './facts-in-log'
import { readModels, rebuilt } from './read-models'
import { statesOf, whenOutboxesEmpty } from './states'

/** What the last look is to find. */
export interface Expected {
  /** The trial parks aggregates and looks at them itself; otherwise none may be parked. */
  parkedByTrial?: boolean
  /** Whether the read models are also built anew from the log and compared; takes some seconds. */
  rebuild?: boolean
}

/**
 * Compares the ledger with the stored states, the states with Kafka's log, and the log with every read model. Gives what does not
 * agree, each as a sentence, and looks no further then; nothing when all is exact: none lost, none doubled, the order of each aggregate kept, all outboxes empty.
 */
export async function findingsOf(rig: Rig, { parkedByTrial = false, rebuild = false }: Expected = {}): Promise<string[]> {
  const client = await mongoose.createConnection(rig.settings.mongoUri).asPromise()
  const databases = Object.fromEntries(services.map((name) => [name, client.useDb(`${rig.settings.databasePrefix}${name}`)]))
  try {
    const findings = [...rig.ledger.complaints, ...(await whenOutboxesEmpty(databases))]
    if (findings.length > 0) return findings
    const states = await statesOf(databases)
    const facts = await factsInLog(rig.settings, rig.strangers)
    findings.push(...compareLedger(rig, states, facts.commands), ...facts.findings, ...compareLog(states, facts.last))
    if (findings.length > 0) return findings
    findings.push(...(await readModels(databases, facts, parkedByTrial)))
    if (rebuild && findings.length === 0) findings.push(...(await rebuilt(rig, client, facts)))
    return findings
  } finally {
    await client.close()
  }
}

function compareLedger(rig: Rig, states: ReadonlyMap<string, number>, commands: ReadonlyMap<string, string[]>): string[] {
  const findings: string[] = []
  for (const { command, commandId, topic, id, seq } of rig.ledger.entries) {
    const key = `${topic}/${id}`
    const stored = states.get(key) ?? 0
    if (stored < seq) findings.push(`${command} ${commandId}: accepted as ${key} ${seq}, stored up to ${stored}`)
    const places = commands.get(commandId) ?? []
    if (!places.includes(`${key}/${seq}`))
      findings.push(`${command} ${commandId}: accepted as ${key} ${seq}, in the log at ${places.join() || 'no place'}`)
    if (new Set(places.map((place) => place.slice(0, place.lastIndexOf('/')))).size > 1)
      findings.push(`${command} ${commandId} changed more than one aggregate: ${places.join()}`)
  }
  const accepted = new Set(rig.ledger.entries.map(({ commandId }) => commandId))
  for (const [commandId, places] of commands)
    if (!accepted.has(commandId) && !madeBefore(commandId, places))
      findings.push(`the log holds ${places[0]} of ${commandId}, which nobody was told of`)
  return findings.slice(0, 20)
}

/** The city on which the load works has ids made from names (UUID version 5); its areas come from one import. */
function madeBefore(commandId: string, places: readonly string[]): boolean {
  return commandId[14] === '5' || places.every((place) => place.startsWith('organization.areas/'))
}

function compareLog(states: ReadonlyMap<string, number>, last: ReadonlyMap<string, number>): string[] {
  const findings: string[] = []
  for (const [key, seq] of states)
    if (last.get(key) !== seq) findings.push(`${key} is stored up to ${seq}, in the log up to ${last.get(key) ?? 0}`)
  for (const key of last.keys()) if (!states.has(key)) findings.push(`${key} is in the log and not stored`)
  return findings
}
