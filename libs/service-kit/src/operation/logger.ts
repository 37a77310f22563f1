import type { LoggerService } from '@nestjs/common'
import { pino, type Logger } from 'pino'

export type { Logger }

/** Fields that may hold personal data or secrets: cut wherever they stand, at the top or one level down. */
const PRIVATE = [
  'name',
  'phone',
  'identityNumber',
  'password',
  'old',
  'new',
  'token',
  'authorization',
  'cookie',
  'session',
  'input',
  'variables',
  'value',
  'title',
  'reason',
  'place',
]
const paths = PRIVATE.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** A logger of one service: JSON lines, trace id where there is one, never personal data. */
export function createLogger(service: string, level: string): Logger {
  return pino({ level, base: { service }, redact: { paths, censor: '[cut]' }, timestamp: pino.stdTimeFunctions.isoTime })
}

/** Nest's own messages through the same logger; its start-up chatter goes to debug. */
export function nestLogger(logger: Logger): LoggerService {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]) => {
      const error = message instanceof Error ? message : rest.find((part) => part instanceof Error)
      logger[level]({ context: rest.at(-1), ...(error ? { err: error } : {}) }, String(message))
    }
  return { log: say('debug'), debug: say('debug'), verbose: say('debug'), warn: say('warn'), error: say('error'), fatal: say('error') }
}
