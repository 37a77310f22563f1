import { SpanKind, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { entry, established, recordIn } from './testing/facts'
import { read } from './consumer/read'
import { beginSpan, traceApplied, traceparentOf, tracePublished } from './trace'

const taken = new InMemorySpanExporter()
const UNIT = '0190a8a0-0000-7000-8000-000000000001'
const TRACE = 'a'.repeat(32)
const PARENT = `00-${TRACE}-${'b'.repeat(16)}-01`
const fact = (time: Date) => ({ ...entry(1, established(UNIT)), traceparent: PARENT, time })
const now = () => new Date()
const longAgo = new Date('2026-01-01')

beforeAll(() => trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(taken)] })))
beforeEach(() => taken.reset())
const names = () => taken.getFinishedSpans().map(({ name }) => name)

test('a span goes on where its caller was, and tells those that it calls its own place', () => {
  const span = beginSpan('ask', SpanKind.CLIENT, PARENT)
  expect(traceparentOf(span)).toMatch(new RegExp(`^00-${TRACE}-(?!b{16})[0-9a-f]{16}-01$`))
  expect(traceparentOf(beginSpan('ask', SpanKind.CLIENT, 'no traceparent'))).toMatch(/^00-(?!a{32})/)
})

test('what a caller does not want recorded is not, and those that it calls are told so', () => {
  const span = beginSpan('ask', SpanKind.CLIENT, PARENT.replace(/01$/, '00'))
  span.end()
  expect(traceparentOf(span)).toMatch(/-00$/)
  expect(names()).toEqual([])
})

test('of an outbox only what was published is recorded, from when it was saved', () => {
  const time = now()
  tracePublished('organization.units', [fact(time), { ...fact(time), seq: 2 }], 1)
  expect(names()).toEqual(['publish organization.units'])
  expect(taken.getFinishedSpans()[0]?.startTime).toEqual([Math.floor(time.getTime() / 1_000), (time.getTime() % 1_000) * 1e6])
})

test('history that is read again is not recorded', () => {
  tracePublished('organization.units', [fact(longAgo)], 1)
  traceApplied([readingOf(longAgo)], now())
  expect(names()).toEqual([])
  traceApplied([readingOf(now())], now())
  expect(names()).toEqual(['apply organization.unit-established.v1'])
})

function readingOf(time: Date) {
  const { value } = recordIn(UNIT, 1)
  const envelope = { ...(JSON.parse(value) as object), traceparent: PARENT, time: time.toISOString() }
  return read({ topic: 'organization.units', partition: 0, offset: 0, value: Buffer.from(JSON.stringify(envelope)) })
}
