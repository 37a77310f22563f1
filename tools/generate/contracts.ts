import type { Envelope } from '@sizhang/contracts'
import { events } from '@sizhang/contracts'
import type { Published } from '@sizhang/contracts/documents'
import { asyncApi, draftSample, eventTable, incompatibilities, published, sampleFile } from '@sizhang/contracts/documents'
import { dump } from 'js-yaml'
import type { Generated } from './files'
import { textOf } from './files'

/** The committed baseline: what readers rely on. */
const BASELINE = 'libs/contracts/published.json'

/** The baseline as committed; empty before the first one. */
export function baseline(): Published {
  return JSON.parse(textOf(BASELINE) ?? '{}') as Published
}

/** Where the sample of an event version is kept. */
function sampleOf(type: string): string {
  return `libs/contracts/samples/${sampleFile(type)}`
}

/**
 * The documents of the contracts. A sample that exists is never written again, because it must parse for ever.
 * Throws when a published version was changed incompatibly: such a baseline is not written.
 */
export function contractDocuments(): Promise<Generated[]> {
  const now = published(events)
  const broken = incompatibilities(baseline(), now)
  if (broken.length > 0) throw new Error(broken.map((it) => `${it.type} ${it.field}: ${it.reason}; ${it.wayOut}`).join('\n'))
  const samples = events.map((event): [string, Envelope, string] => {
    const kept = textOf(sampleOf(event.type))
    const sample = kept === undefined ? draftSample(event) : (JSON.parse(kept) as Envelope)
    return [event.type, sample, kept ?? json(sample)]
  })
  const { version } = JSON.parse(textOf('package.json') ?? '{}') as { version: string }
  const document = asyncApi(events, new Map(samples.map(([type, sample]) => [type, sample])), version)
  return Promise.resolve([
    { file: BASELINE, text: json(now) },
    ...samples.map(([type, , text]) => ({ file: sampleOf(type), text })),
    { file: 'libs/contracts/asyncapi.yaml', text: dump(document, { lineWidth: 140, noRefs: true }) },
    { file: 'docs/events.md', text: eventTable(events) },
  ])
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
