import { events } from '@sizhang/contracts'
import { dataSchema, freeStrings, incompatibilities, published } from '@sizhang/contracts/documents'
import { baseline } from '../../generate/contracts'
import type { Finding } from '../step'

/** Published versions stay readable for ever, and no text can pass into Kafka. */
export function contracts(): Finding {
  const broken = incompatibilities(baseline(), published(events)).map((it) => `${it.type} ${it.field}: ${it.reason}; ${it.wayOut}`)
  const free = events.flatMap((event) =>
    freeStrings(dataSchema(event)).map(
      (field) => `${event.type} ${field}: any text fits in; give it a pattern, a list of values or a format`,
    ),
  )
  return {
    verdict: `${events.length} event versions, readable as published, no free text`,
    faults: [...broken, ...free],
    mend: 'A published version is never changed: see the way out of each line.',
  }
}
