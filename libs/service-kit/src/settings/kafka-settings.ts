import { readFileSync } from 'node:fs'
import type { KafkaSettings } from '@sizhang/messaging'
import { z } from 'zod'

/** The settings by which a process finds Kafka, its name there, and how it signs in. */
export const kafkaSettings = z.object({
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((text) => text.split(',')),
  TOPIC_PREFIX: z.string().default(''),
  /** Without a name nobody signs in. */
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD: z.string().optional(),
  KAFKA_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).default('scram-sha-512'),
  KAFKA_TLS: z.enum(['off', 'on']).default('off'),
  /** A file with the certificate (PEM) of the authority that signed Kafka's; without it those that Node knows. */
  KAFKA_CA_FILE: z.string().optional(),
})

/**
 * How a process reaches Kafka by its settings. Throws, with the setting's name, when only one of name and password is given, when a password
 * would be sent in the open (`plain` without TLS), and when the authority's file cannot be read.
 */
export function kafkaFrom(settings: z.output<typeof kafkaSettings>, clientId: string): KafkaSettings {
  const { KAFKA_BROKERS: brokers, TOPIC_PREFIX: topicPrefix, KAFKA_TLS: tls, KAFKA_CA_FILE: file } = settings
  const user = userIn(settings)
  return {
    brokers,
    topicPrefix,
    clientId,
    ...(user && { user }),
    ...(tls === 'on' && { tls: file ? { ca: authorityIn(file) } : {} }),
  }
}

function userIn(settings: z.output<typeof kafkaSettings>): KafkaSettings['user'] {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_MECHANISM: mechanism, KAFKA_TLS: tls } = settings
  // What is not set, compose hands on as an empty text.
  if (!username && !password) return undefined
  if (!username) throw wrong('KAFKA_USERNAME', '已给口令，缺用户名', 'a password is given, and no name')
  if (!password) throw wrong('KAFKA_PASSWORD', '已给用户名，缺口令', 'a name is given, and no password')
  if (mechanism === 'plain' && tls === 'off')
    throw wrong('KAFKA_MECHANISM', 'plain 会明文发送口令，须 KAFKA_TLS=on', 'plain sends the password in the open: set KAFKA_TLS=on')
  return { mechanism, username, password }
}

function authorityIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw wrong('KAFKA_CA_FILE', `无法读取 ${file}`, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const wrong = (name: string, chinese: string, english: string) =>
  new Error(`设置有误，未启动 / settings are wrong, not started:\n  ${name}: ${chinese} / ${english}\n见 docs/operators.md`)
