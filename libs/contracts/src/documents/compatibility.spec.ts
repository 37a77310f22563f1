import { z } from 'zod'
import { defineEvent } from '../define-event'
import { events } from '../events'
import { incompatibilities } from './compatibility'
import { published } from './published'

const fields = {
  seatId: z.uuid(),
  kind: z.enum(['OFFICE', 'POST']),
  code: z.string().regex(/^[a-z]+$/),
  places: z.int().min(0).max(9),
  until: z.iso.date().nullable(),
  note: z.enum(['A']).optional(),
  figures: z.array(z.object({ value: z.number() })).max(5),
}
type Data = Record<string, z.ZodType>

const fact = (data: Data, topic = 'membership.seats', key = 'seatId') =>
  defineEvent({ type: 'membership.seat-taken.v1', topic, key: key as never, summary: { zh: '', en: '' }, data: z.object(data) })
const before = published([fact(fields)])
const changeTo = (data: Data) => incompatibilities(before, published([fact(data)]))

test('a type, an optional field, a further enum value and a wider bound may be added', () => {
  const wider = {
    ...fields,
    basis: z.enum(['ELECTION']).optional(),
    kind: z.enum(['OFFICE', 'POST', 'LOAN']),
    places: z.int().min(0).max(99),
  }
  const other = defineEvent({ type: 'a.b.v1', topic: 'a', key: 'id', summary: { zh: '', en: '' }, data: z.object({ id: z.uuid() }) })
  expect(incompatibilities(before, published([fact(wider), other]))).toEqual([])
})

test.each<[string, string, string, Data]>([
  ['a field removed', 'removed or renamed', 'data.code', { ...fields, code: z.undefined() }],
  ['an optional field made required', 'is required now', 'data.note', { ...fields, note: z.enum(['A']) }],
  ['a required field made optional', 'is optional now', 'data.kind', { ...fields, kind: fields.kind.optional() }],
  ['a required field added', 'new and required', 'data.basis', { ...fields, basis: z.uuid() }],
  ['an enum value removed', 'the value POST is gone', 'data.kind', { ...fields, kind: z.enum(['OFFICE']) }],
  ['a listed value opened to any', 'any value', 'data.kind', { ...fields, kind: z.string() }],
  ['a pattern changed', 'pattern', 'data.code', { ...fields, code: z.string().regex(/^[a-f]+$/) }],
  ['a type changed', 'type', 'data.places', { ...fields, places: z.uuid() }],
  ['a bound narrowed', 'narrower', 'data.places', { ...fields, places: z.int().min(1).max(9) }],
  ['null no longer allowed', 'allowed 2 kinds', 'data.until', { ...fields, until: z.iso.date() }],
  ['a field inside a list removed', 'removed', 'data.figures[].value', { ...fields, figures: z.array(z.object({})).max(5) }],
])('refused: %s', (_change, reason, field, data) => {
  const found = changeTo(Object.fromEntries(Object.entries(data).filter(([, type]) => !(type instanceof z.ZodUndefined))))
  expect(found).toContainEqual(expect.objectContaining({ field, reason: expect.stringContaining(reason) as string }))
  expect(found[0]?.wayOut).toContain('declare membership.seat-taken.v2 beside it')
})

test('refused: another topic or key, and a version that is no longer declared', () => {
  const moved = published([fact({ ...fields, unitId: z.uuid().optional() }, 'membership.posts', 'unitId')])
  expect(incompatibilities(before, moved).map((it) => it.field)).toEqual(['topic', 'key'])
  expect(incompatibilities(before, {})).toMatchObject([{ type: 'membership.seat-taken.v1', field: 'type' }])
})

test('the declarations are compatible with themselves', () => {
  expect(incompatibilities(published(events), published(events))).toEqual([])
})
