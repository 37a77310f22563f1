import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from '@asyncapi/parser'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import type { Envelope } from '../define-event'
import { envelope } from '../define-event'
import { events } from '../events'
import { recordSchema } from './json-schema'
import { sampleFile } from './sample'

const folder = join(__dirname, '../..')
const sampleOf = (type: string) => JSON.parse(readFileSync(join(folder, 'samples', sampleFile(type)), 'utf8')) as Envelope
const document = readFileSync(join(folder, 'asyncapi.yaml'), 'utf8')
const validator = addFormats(new Ajv({ strict: false }))

describe.each(events)('the sample of $type', (event) => {
  const sample = sampleOf(event.type)

  test('still parses, and nothing of it is dropped', () => {
    expect(envelope.parse(sample)).toEqual(sample)
    expect(event.data.parse(sample.data)).toEqual(sample.data)
  })

  test('is keyed by the aggregate that it speaks of', () => {
    expect([sample.subject, sample.partitionkey]).toEqual([sample.data[event.key], sample.data[event.key]])
  })

  test('is valid by the JSON Schema that readers get, and a record without its data is not', () => {
    const validate = validator.compile(recordSchema(event))
    expect([validate(sample), validate.errors]).toEqual([true, null])
    expect(validate({ ...sample, data: {} })).toBe(false)
  })
})

test('the AsyncAPI document parses without an error and holds every topic with its twelve partitions and every fact', async () => {
  const { document: parsed, diagnostics } = await new Parser().parse(document)
  expect(diagnostics.filter((finding) => Number(finding.severity) === 0)).toEqual([])
  expect(
    parsed
      ?.allMessages()
      .all()
      .map((message) => message.id())
      .sort(),
  ).toEqual(events.map((event) => event.type).sort())
  for (const channel of parsed?.allChannels().all() ?? [])
    expect(channel.bindings().get('kafka')?.value()).toMatchObject({ partitions: 12 })
})

test('the AsyncAPI document carries the committed samples as its examples', () => {
  const { components } = load(document) as { components: { messages: Record<string, { examples: { payload: unknown }[] }> } }
  for (const { type } of events) expect(components.messages[type]?.examples[0]?.payload).toEqual(sampleOf(type))
})
