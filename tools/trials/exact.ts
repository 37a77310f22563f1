import { services } from '@sizhang/engines'
import type { Readable } from '@sizhang/messaging'
import { KEPT_CHECKPOINTS } from '@sizhang/service-kit'
import mongoose from 'mongoose'
import { parkedIn, whenApplied } from '../exact/applied'
import { databasesOf } from '../exact/databases'
import { FactsInLog } from '../exact/facts-in-log'
import { compareRebuilt } from '../exact/rebuilt'
import { compareStates, statesOf, whenOutboxesEmpty } from '../exact/states'
import { copyEachOnce } from './each-once'
import type { Rig } from './rig/rig'

/** What the last look is to find. */
export interface Expected {
  /** The trial parks aggregates and looks at them itself; otherwise none may be parked. */
  parkedByTrial?: boolean
  /** Whether the read models are also built anew, of each fact once whatever the log holds, and compared; takes some seconds. */
  rebuild?: boolean
}

/**
 * Compares the ledger with the stored states, the states with Kafka's log, and the log with every read model. Gives what does not
 * agree, each as a sentence, and looks no further then; nothing when all is exact: none lost, none doubled, the order of each aggregate kept, all outboxes empty.
 */
export async function findingsOf(rig: Rig, { parkedByTrial = false, rebuild = false }: Expected = {}): Promise<string[]> {
  const { topicPrefix = '', databasePrefix = '', mongoUri } = rig.settings
  const client = await mongoose.createConnection(mongoUri).asPromise()
  const databases = databasesOf(client, databasePrefix)
  const commands = new Map<string, string[]>()
  const onFact = (place: string, { event }: Readable) => {
    const command = String(event['causationid'] ?? '')
    commands.set(command, [...(commands.get(command) ?? []), place])
  }
  const facts = new FactsInLog(rig.asked, { strangers: rig.strangers, onFact })
  try {
    const findings = [...rig.ledger.complaints, ...(await whenOutboxesEmpty(databases))]
    if (findings.length > 0) return findings
    findings.push(...(await compareStates(databases, facts)).findings, ...facts.unreadable, ...facts.findings)
    findings.push(...compareLedger(rig, await statesOf(databases), commands))
    if (findings.length > 0) return findings
    for (const service of services) {
      findings.push(...(await whenApplied(service, databases[service], facts)))
      if (!parkedByTrial) findings.push(...(await parkedIn(service, databases[service])))
    }
    if (facts.duplicates > 0) rig.notes.push(`${facts.duplicates} duplicates in the log`)
    if (!rebuild || findings.length > 0) return findings
    // Of a log that holds duplicates, who applied them twice would make the same again.
    const isCopied = facts.duplicates > 0
    const asked = isCopied ? await copyEachOnce(rig.asked, `${topicPrefix}once.`) : rig.asked
    // A copy stands still, while services go on making checkpoints of their audits each minute.
    const live = { ...rig.settings, client, asked, leftOut: isCopied ? [KEPT_CHECKPOINTS] : [] }
    for (const service of services) if (findings.length === 0) findings.push(...(await compareRebuilt(service, live, facts)).findings)
    return findings
  } finally {
    await client.close()
  }
}

/** Commands that are decided at one aggregate, with or without a fact there, and carried out at others, step by step under one id (ADR 36). */
const OVER_SEVERAL = ['mergeUnits', 'splitUnit']

function compareLedger(rig: Rig, states: ReadonlyMap<string, number>, commands: ReadonlyMap<string, string[]>): string[] {
  const findings: string[] = []
  for (const { command, commandId, topic, id, seq } of rig.ledger.entries) {
    const key = `${topic}/${id}`
    const stored = states.get(key) ?? 0
    if (stored < seq) findings.push(`${command} ${commandId}: accepted as ${key} ${seq}, stored up to ${stored}`)
    const places = commands.get(commandId) ?? []
    const isThere = OVER_SEVERAL.includes(command) ? places.length > 0 : places.includes(`${key}/${seq}`)
    if (!isThere) findings.push(`${command} ${commandId}: accepted as ${key} ${seq}, in the log at ${places.join() || 'no place'}`)
    if (!OVER_SEVERAL.includes(command) && new Set(places.map((place) => place.slice(0, place.lastIndexOf('/')))).size > 1)
      findings.push(`${command} ${commandId} changed more than one aggregate: ${places.join()}`)
  }
  const accepted = new Set(rig.ledger.entries.map(({ commandId }) => commandId))
  for (const [commandId, places] of commands)
    if (!accepted.has(commandId) && !madeBefore(commandId, places))
      findings.push(`the log holds ${places[0]} of ${commandId}, which nobody was told of`)
  return findings.slice(0, 20)
}

/** The city on which the load works has ids made from names (UUID version 5); its areas come from one import; the first account is the installation's own. */
function madeBefore(commandId: string, places: readonly string[]): boolean {
  return (
    commandId[14] === '5' ||
    places.every((place) => place.startsWith('organization.areas/') || place.startsWith(`membership.accounts/${commandId}/`))
  )
}
