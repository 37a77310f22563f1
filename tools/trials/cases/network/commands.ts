import { randomUUID } from 'node:crypto'
import { until } from '@sizhang/engines'
import type { Rig } from '../../rig/rig'
import { type Answer, send } from '../../rig/send'

/** A change of the network, by the name of its mutation. */
export interface Change {
  name: 'establishUnit' | 'moveUnit' | 'mergeUnits' | 'splitUnit' | 'dissolveUnit'
  input: Record<string, unknown>
}

/** The document that a change rests on. */
export const PAPER = '试验发〔2020〕21号'

const documentOf = (name: Change['name']) => `mutation T($commandId: ID!, $input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(commandId: $commandId, input: $input) { version mark unit { id } } }`

const ANSWER_WITHIN_MS = 60_000

/** Sends a change until it is answered, under one command id: while a service is away, it is sent again. */
export async function change(rig: Rig, { name, input }: Change): Promise<Answer> {
  const command = { commandId: randomUUID(), input }
  let answer: Answer | undefined
  await until(
    async () => {
      answer = await send(rig, documentOf(name), command).catch(() => undefined)
      return answer !== undefined && familyOf(answer) !== 'UNAVAILABLE'
    },
    { within: ANSWER_WITHIN_MS, every: 50 },
  )
  if (!answer) throw new Error(`${name} ${command.commandId} had no answer`)
  return answer
}

/** The unit that an accepted change answers. */
export const unitIn = (answer: Answer): string | undefined =>
  Object.values(answer.data ?? {}).map((accepted) => (accepted?.['unit'] as { id: string } | undefined)?.id)[0]

/** Why it was refused; nothing: it was accepted. */
export const codeOf = ({ errors = [] }: Answer): string | undefined => errors[0]?.extensions?.code

/** What a refusal is the fault of. */
export const familyOf = ({ errors = [] }: Answer): string | undefined => errors[0]?.extensions?.family
