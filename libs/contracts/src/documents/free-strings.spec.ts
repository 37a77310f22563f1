import { z } from 'zod'
import { defineEvent } from '../define-event'
import { events } from '../events'
import { code } from '../fields'
import { freeStrings } from './free-strings'
import { dataSchema } from './json-schema'

const fieldsOf = (data: z.ZodObject) =>
  freeStrings(dataSchema(defineEvent({ type: 'a.b.v1', topic: 'a', key: 'id' as never, summary: { zh: '', en: '' }, data })))

test.each(events)('no free text fits into $type', (event) => {
  expect(freeStrings(dataSchema(event))).toEqual([])
})

test('a string without pattern, list or format is found, wherever it stands', () => {
  const bad = z.object({
    id: z.uuid(),
    name: z.string().max(20),
    note: z.string().nullable(),
    figures: z.array(z.object({ code: code(), remark: z.string() })),
    tags: z.array(z.string()),
    anything: z.unknown(),
    texts: z.record(z.string(), z.uuid()),
  })
  expect(fieldsOf(bad)).toEqual(['data.name', 'data.note', 'data.figures[].remark', 'data.tags[]', 'data.anything', 'data.texts.*'])
})

test('a pattern through which a name passes is as good as none', () => {
  expect(fieldsOf(z.object({ id: z.uuid(), title: z.string().regex(/^.+$/), kind: code() }))).toEqual(['data.title'])
})
