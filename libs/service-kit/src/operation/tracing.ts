import { setTimeout as wait } from 'node:timers/promises'

const LAST_SENT_WITHIN_MS = 1_000

/**
 * Begins to send the traces of an app to an OTLP/HTTP address; gives what ends it, with a second to send what waits. The SDK is loaded only where there is one; it reads the other settings of
 * OpenTelemetry by itself (`OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_BSP_SCHEDULE_DELAY` …).
 */
export async function startTracing(service: string, endpoint: string | undefined): Promise<() => Promise<void>> {
  if (!endpoint) return () => Promise.resolve()
  const [{ trace }, { BasicTracerProvider, BatchSpanProcessor }, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.namespace': 'sizhang', 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }))],
  })
  trace.setGlobalTracerProvider(provider)
  return () => Promise.race([provider.shutdown().catch(() => undefined), wait(LAST_SENT_WITHIN_MS, undefined, { ref: false })])
}
