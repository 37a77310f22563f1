import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useRef, useState } from 'react'
import type { Refusal } from './refusal'
import { refusalOf } from './refusal'

/** For the question of a form: what a command changes is never begun from what this tab knew before. */
export const FROM_THE_SERVICES = 'network-only'

/** A command and what became of it. */
export interface Command<Data, Variables> {
  /** Sends it; answers null when it was refused or did not arrive. With an id of its own it is the same command each time. */
  send: (variables: Omit<Variables, 'commandId'>, id?: string) => Promise<Data | null>
  running: boolean
  /** Why the last one was refused; null: it was not. */
  refusal: Refusal | null
  /** The last one got no answer (no network, a fault): the same command may be sent again, it counts once. */
  failed: boolean
  /** Forgets the refusal, such as when the form is changed. */
  forget: () => void
}

/**
 * Sends a mutation under a command id of its own. What failed without an answer is sent again under the same id, so that
 * a command that arrived after all is not carried out twice. What is shown is asked anew afterwards.
 */
export function useCommand<Data, Variables extends OperationVariables & { commandId: string }>(
  document: TypedDocumentNode<Data, Variables>,
): Command<Data, Variables> {
  const client = useApolloClient()
  // The signature above binds the variables to the document; Apollo's own types cannot follow a document that is not known yet.
  const mutation = document as unknown as TypedDocumentNode<Data, OperationVariables>
  const [state, setState] = useState<{ running: boolean; refusal: Refusal | null; failed: boolean }>(idle)
  const unanswered = useRef<{ input: string; commandId: string } | null>(null)

  const send = useCallback(
    async (variables: Omit<Variables, 'commandId'>, id?: string) => {
      const input = JSON.stringify(variables)
      const commandId = id ?? (unanswered.current?.input === input ? unanswered.current.commandId : crypto.randomUUID())
      unanswered.current = { input, commandId }
      setState({ ...idle, running: true })
      try {
        const { data } = await client.mutate({ mutation, variables: { ...variables, commandId } as OperationVariables })
        unanswered.current = null
        setState(idle)
        // What hangs on the change is not known here: everything that is shown is asked anew, and says itself where that fails.
        client.refetchQueries({ include: 'active' }).catch(() => undefined)
        return (data as Data | undefined) ?? null
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal && refusal.code !== 'UNAVAILABLE' && refusal.code !== 'INTERNAL') unanswered.current = null
        setState({ running: false, refusal, failed: refusal === null })
        return null
      }
    },
    [client, mutation],
  )

  return { send, ...state, forget: useCallback(() => setState(idle), []) }
}

const idle = { running: false, refusal: null, failed: false }
