import { createHash } from 'node:crypto'
import { validate as isUuid } from 'uuid'
import type { Verb } from '../rights/verbs'
import { Rejected } from '../rules'

/** A command as a client sent it: its id makes it safe to send again. */
export interface Command {
  commandId: string
  /** The command's name, the same word as mutation and domain function. */
  name: string
  input: object
  expectedVersion?: number | null | undefined
  /** The right that a change asks for; left out: to change records of its kind. */
  right?: Verb
  /** With it the commands before are forgotten: a fingerprint of what they said could be guessed at. */
  forgets?: boolean
}

/** The command's id in its one form. Refused when it is no UUID. */
export function commandIdOf(command: Command): string {
  const id = command.commandId.toLowerCase()
  if (!isUuid(id)) throw new Rejected('COMMAND_ID_INVALID', { field: 'commandId', value: command.commandId })
  return id
}

/** A short fingerprint of what the command says, whatever the order of its fields; nothing of it can be read back. */
export function hashOf(command: Command): string {
  return createHash('sha256')
    .update(canonical([command.name, command.input]))
    .digest('base64url')
    .slice(0, 22)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && field !== null)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join()}}`
}

/** Refuses a command that was made for another version than the current one. */
export function checkVersion(command: Command, current: number): void {
  const expected = command.expectedVersion ?? current
  if (expected !== current) throw new Rejected('CONFLICT', { field: 'expectedVersion', value: expected, expected, current })
}
