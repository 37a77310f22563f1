import type { EventDefinition } from '../define-event'
import type { JsonSchema } from './json-schema'
import { dataSchema } from './json-schema'

/** What readers rely on of one event version. */
interface PublishedEvent {
  topic: string
  key: string
  data: JsonSchema
}

/** Type → what was published of it: the content of `published.json`. */
export type Published = Record<string, PublishedEvent>

/** What the declarations publish now, in the order of the types' names. */
export function published(events: readonly EventDefinition[]): Published {
  const entries = events.map((event): [string, PublishedEvent] => [
    event.type,
    { topic: event.topic, key: event.key, data: dataSchema(event) },
  ])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
