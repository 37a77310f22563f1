import { type Secrets, services } from '@sizhang/engines'

/** Secrets as docker compose reads them from `.env`; in single quotes nothing is replaced. */
export function envFile({ callerSigningKey, callerKeys, fieldKey, indexKey, cursorKeys, firstPassword }: Secrets): string {
  const values = {
    CALLER_SIGNING_KEY: callerSigningKey,
    CALLER_KEYS: callerKeys,
    FIELD_KEY: fieldKey,
    INDEX_KEY: indexKey,
    FIRST_PASSWORD: firstPassword,
    ...Object.fromEntries(services.map((service) => [`CURSOR_KEY_${service.toUpperCase()}`, cursorKeys[service]])),
  }
  return envLines(values)
}

/** Settings as lines of `.env`. */
export function envLines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}='${value}'`)
    .join('\n')
}
