import type { DocumentNode } from 'graphql'
import { Kind, print } from 'graphql'
import { operationHashes } from '../graph.generated'

const known: Readonly<Record<string, string>> = operationHashes

/** The hash under which the gateway keeps an operation of ours, from the generated list. */
export async function hashOf(document: DocumentNode): Promise<string> {
  const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)
  const hash = operation?.name && known[operation.name.value]
  return hash ?? digest(print(document))
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
