import { kafkaSettings, readSettings, setting } from '@sizhang/service-kit'
import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'

const gatewaySettings = kafkaSettings.extend({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: setting.port.default(4000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** The services behind the gateway: `organization=http://127.0.0.1:4001,membership=…`. */
  SERVICES: z.string().transform((text, context) => {
    const services = new Map<string, string>()
    for (const entry of text.split(',')) {
      const [, name, url] = /^([a-z][a-z-]*)=(https?:\/\/[^/\s]+)\/?$/.exec(entry.trim()) ?? []
      if (!name || !url) context.addIssue({ code: 'custom', message: `“${entry}” is not name=http://host:port` })
      else services.set(name, url)
    }
    if (!services.has('membership')) context.addIssue({ code: 'custom', message: 'names no membership: nobody could sign in' })
    return services
  }),
  /** The built portal; without it the gateway serves the graph alone. */
  PORTAL_DIR: z.string().default('dist/apps/portal'),
  /** Where the services' last good texts are kept, so that the gateway starts while one of them is away. */
  SUPERGRAPH_FILE: z.string().default('.sizhang/gateway/supergraph.json'),
  /** Where traces go, OTLP over HTTP. */
  OTEL_EXPORTER_OTLP_ENDPOINT: setting.urlOrEmpty.optional(),
  /** Public keys of caller tokens. */
  CALLER_KEYS: setting
    .json(z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) }))
    .transform((jwks) => jwks as JSONWebKeySet),
  /** Requests of one account within a minute, by each instance. */
  ACCOUNT_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(6_000),
  /** Requests from one address within a minute of which it is not known yet whose they are. */
  STRANGER_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(3_000),
  /** Proxies whose word is taken for where a request comes from: addresses, networks (`10.0.0.0/8`) or `loopback`, `uniquelocal`, by comma. */
  TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform((text) => (text.trim() === '' ? false : text.split(',').map((proxy) => proxy.trim()))),
})

/** The settings of the gateway, parsed. */
export type GatewaySettings = z.output<typeof gatewaySettings>

/** The settings of the gateway. Throws one message that names each that is missing or wrong. */
export function settings(environment: NodeJS.ProcessEnv): GatewaySettings {
  return readSettings(gatewaySettings, environment)
}
