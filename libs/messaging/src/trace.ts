import type { Attributes, Context, Span } from '@opentelemetry/api'
import { isSpanContextValid, ProxyTracerProvider, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import type { Reading } from './consumer/read'
import type { OutboxEntry } from './outbox/log'

/** W3C trace context: version, trace, span, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
/** An older fact is history that is read again: its trace has long ended. */
const FRESH_MS = 10 * 60_000

const NAME = 'sizhang'
const tracer = trace.getTracer(NAME)

/** Where nobody takes traces, all of this is a handful of calls that do nothing; what comes once an event asks this first. */
function isTracing(): boolean {
  const provider = trace.getTracerProvider()
  return provider instanceof ProxyTracerProvider && provider.getDelegateTracer(NAME) !== undefined
}

/** Begins a span below the one that a traceparent names; without one it begins a trace. Names and attributes come from the product, never from a client. */
export function beginSpan(name: string, kind: SpanKind, traceparent?: string, attributes: Attributes = {}, startTime?: Date): Span {
  return tracer.startSpan(name, { kind, attributes, ...(startTime && { startTime }) }, contextOf(traceparent))
}

/** What a span tells those that it calls; undefined where nobody takes traces and none came along. */
export function traceparentOf(span: Span): string | undefined {
  const context = span.spanContext()
  const flags = context.traceFlags.toString(16).padStart(2, '0')
  return isSpanContextValid(context) ? `00-${context.traceId}-${context.spanId}-${flags}` : undefined
}

/** Records that facts are in Kafka: how long they waited in their outbox. */
export function tracePublished(topic: string, entries: readonly OutboxEntry[], upTo: number): void {
  if (!isTracing()) return
  for (const { seq, type, time, traceparent } of entries)
    if (seq <= upTo && traceparent && isFresh(time))
      beginSpan(`publish ${topic}`, SpanKind.PRODUCER, traceparent, attributesOf(topic, type), time).end()
}

/** Records that facts are applied: the work on them began at `began`, together. */
export function traceApplied(readings: readonly Reading[], began: Date): void {
  if (!isTracing()) return
  for (const reading of readings) {
    if (!('event' in reading) || !reading.event.traceparent || !isFresh(new Date(reading.event.time))) continue
    const { type, traceparent } = reading.event
    beginSpan(`apply ${type}`, SpanKind.CONSUMER, traceparent, attributesOf(reading.raw.topic, type), began).end()
  }
}

function isFresh(time: Date): boolean {
  return Date.now() - time.getTime() < FRESH_MS
}

function attributesOf(topic: string, type: string): Attributes {
  return { 'messaging.system': 'kafka', 'messaging.destination.name': topic, 'cloudevents.event_type': type }
}

function contextOf(traceparent = ''): Context {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? []
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true })
}
