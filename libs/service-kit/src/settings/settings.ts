import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { kafkaSettings } from './kafka-settings'

const port = z.coerce.number().int().min(1).max(65_535)
const isOf = (bytes: number) => (text: string) => Buffer.from(text, 'base64').length === bytes
const secret = (bytes: number) =>
  z
    .base64()
    .refine(isOf(bytes), `needs ${bytes} bytes in base64`)
    .transform((text) => Buffer.from(text, 'base64'))
/** What is not set, compose hands on as an empty text. */
const secretOrEmpty = (bytes: number) =>
  z
    .base64()
    .refine((text) => text === '' || isOf(bytes)(text), `needs ${bytes} bytes in base64, or nothing`)
    .transform((text) => (text === '' ? undefined : Buffer.from(text, 'base64')))
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is no JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const urlOrEmpty = z.url().or(z.literal(''))

/** Building blocks for a service's own settings. */
export const setting = { port, secret, secretOrEmpty, json, urlOrEmpty }

const jwk = z.looseObject({ kty: z.string() })

/** The settings that every service has. A secret has no default: without it the service does not start. */
export const serviceSettings = kafkaSettings.extend({
  HOST: z.string().default('127.0.0.1'),
  PORT: port,
  MONGODB_URI: z.string().startsWith('mongodb'),
  DATABASE_PREFIX: z.string().default(''),
  /** Another group than the service's own reads all facts anew, into a database of its own. */
  CONSUMER_GROUP: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  CALLER_KEYS: json(z.object({ keys: z.array(jwk).min(1) })).transform((jwks) => jwks as JSONWebKeySet),
  CURSOR_KEY: secret(32),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting.urlOrEmpty.optional(),
  PACKS_DIRS: z
    .string()
    .default('libs/packs')
    .transform((text) => text.split(',')),
  TODAY: z.iso.date().optional(),
})

/** The common settings, parsed. */
export type ServiceSettings = z.output<typeof serviceSettings>

/** Reads settings from the environment, once. Throws one message that names each setting that is missing or wrong, never its value. */
export function readSettings<Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.output<Schema> {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`设置有误，服务未启动 / settings are wrong, not started:\n${[...new Set(problems)].join('\n')}\n见 docs/operators.md`)
}
