import { setTimeout as pause } from 'node:timers/promises'
import type { AggregateDocument } from '@sizhang/messaging'
import type { mongo } from 'mongoose'
import { Rejected } from '../rules'

/** What was written an instant ago is settled in some milliseconds; a second is a fail-over. */
const MOST_LOOKS = 40
const LOOK_AGAIN_MS = 25

/** An aggregate with a command that it carried out. */
interface Settled {
  document: AggregateDocument
  /** Undefined: of many commands an aggregate forgets the first, but not its id, which was that one's. */
  kept: AggregateDocument['log']['commands'][number] | undefined
}

/** An aggregate that has carried out a command, as no fail-over takes it back. Refused with UNAVAILABLE when it does not come to that soon. */
export async function settled(collection: mongo.Collection<AggregateDocument>, id: string, commandId: string): Promise<Settled> {
  for (let look = 0; look < MOST_LOOKS; look++) {
    const document = await collection.findOne({ _id: id }, { readConcern: 'majority' })
    const kept = document?.log.commands.find((one) => one.id === commandId)
    if (document && (kept || id === commandId)) return { document, kept }
    await pause(LOOK_AGAIN_MS)
  }
  throw new Rejected('UNAVAILABLE')
}
