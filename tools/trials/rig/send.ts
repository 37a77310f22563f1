import type { App } from '@sizhang/engines'
import type { Entry } from './ledger'
import type { Rig } from './rig'

/** A command under its id. */
interface Variables {
  commandId: string
  input: Record<string, unknown>
  expectedVersion?: number
}

/** What came back: the HTTP status, and what the graph says. */
export interface Answer {
  status: number
  data?: Record<string, { version: number; mark: string; [entity: string]: unknown } | null> | null
  errors?: { extensions?: { code?: string; family?: string; details?: { current?: number } } }[]
}

/** Sends a command once, to the graph or to the service itself; what was accepted goes into the ledger, once a command. */
export async function send(rig: Rig, query: string, variables: Variables, to: App = 'gateway'): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    authorization: await rig.authorization(),
    'sizhang-after': rig.ledger.entries
      .slice(-20)
      .map(({ mark }) => mark)
      .join(),
  }
  const response = await fetch(`${rig.processes[to].url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const answer = { ...((await response.json()) as Omit<Answer, 'status'>), status: response.status }
  for (const [command, accepted] of Object.entries(answer.data ?? {}))
    if (accepted && !rig.ledger.entries.some(({ commandId }) => commandId === variables.commandId))
      rig.ledger.accept(entryOf(command, variables.commandId, variables.input, accepted.mark))
  return answer
}

/** What the ledger keeps of a command that was accepted at once; of several marks the first is that of the aggregate at which it was decided. */
export function entryOf(command: string, commandId: string, variables: Record<string, unknown>, mark: string): Entry {
  const [topic = '', id = '', seq] = Buffer.from(mark.split(',')[0] ?? '', 'base64url')
    .toString()
    .split(' ')
  return { commandId, command, variables, topic, id, seq: Number(seq), mark, sent: 1 }
}
