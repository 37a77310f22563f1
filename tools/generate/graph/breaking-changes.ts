import { CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core'
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition'
import type { GraphQLSchema } from 'graphql'
import { buildASTSchema, parse } from 'graphql'

/** What a client sees of a composed graph. */
export function apiSchema(supergraph: string): GraphQLSchema {
  return buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph, { noLocation: true })), { assumeValid: true })
}

/**
 * The changes from one composed graph to the next that would break a client's query, one sentence each.
 * A field that was deprecated may go.
 */
export async function breakingChanges(before: string, now: string): Promise<string[]> {
  const changes = await diff(apiSchema(before), apiSchema(now), [DiffRule.suppressRemovalOfDeprecatedField])
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => `${path ?? ''}: ${message}`)
}
