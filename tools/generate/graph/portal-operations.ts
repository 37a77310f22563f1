import { createHash } from 'node:crypto'
import { codegen } from '@graphql-codegen/core'
import * as typedDocuments from '@graphql-codegen/typed-document-node'
import * as operationTypes from '@graphql-codegen/typescript-operations'
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { buildSchema, concatAST, Kind, parse, print, Source, validate, visit } from 'graphql'
import type { Generated } from '../files'
import { filesBelow, textOf } from '../files'
import { BANNER, SCALARS } from './service-types'
import { composedGraph } from './supergraph'

const PORTAL = 'apps/portal'

/** What the portal needs of its `.graphql` files: types, typed documents and the list of operations that the gateway answers by hash. */
export async function portalOperations(): Promise<Generated[]> {
  const files = filesBelow(`${PORTAL}/src`, '.graphql')
  const graph = composedGraph()
  if (files.length === 0 || !graph) return []
  const schema = buildSchema(graph.api)
  const document = withTypenames(concatAST(files.map((file) => parse(new Source(textOf(file) ?? '', file)))))
  assertValid(schema, document)
  const operations = persisted(document)
  return [
    { file: `${PORTAL}/src/graph.generated.ts`, text: BANNER + (await typesOf(schema, document)) + hashes(operations) },
    { file: `${PORTAL}/operations.json`, text: `${JSON.stringify(byHash(operations), null, 2)}\n` },
  ]
}

/** One operation as the gateway keeps it. */
interface Persisted {
  name: string
  hash: string
  text: string
}

/** Every operation with the fragments that it uses, in a text that does not depend on the order of the files. */
export function persisted(document: DocumentNode): Persisted[] {
  const fragments = new Map(
    document.definitions
      .filter((it): it is FragmentDefinitionNode => it.kind === Kind.FRAGMENT_DEFINITION)
      .map((it) => [it.name.value, it]),
  )
  return document.definitions
    .filter((it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const used = [...usedIn(operation.selectionSet, fragments)].sort().flatMap((name) => fragments.get(name) ?? [])
      const text = [operation, ...used].map(print).join('\n\n')
      return { name: operation.name?.value ?? '', hash: createHash('sha256').update(text).digest('hex'), text }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

function usedIn(selections: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>, found = new Set<string>()): Set<string> {
  visit(selections, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value)
      if (!fragment || found.has(name.value)) return
      found.add(name.value)
      usedIn(fragment.selectionSet, fragments, found)
    },
  })
  return found
}

/** Adds `__typename` wherever the client's cache wants it, so that client and gateway speak of the same text. */
export function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const ofOperation = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION
      const known = node.selections.some((it) => it.kind === Kind.FIELD && it.name.value.startsWith('__'))
      if (ofOperation || known) return undefined
      const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const
      return { ...node, selections: [...node.selections, typename] }
    },
  })
}

function assertValid(schema: GraphQLSchema, document: DocumentNode): void {
  const errors = validate(schema, document).map(String)
  const unnamed = document.definitions.some((it) => it.kind === Kind.OPERATION_DEFINITION && !it.name)
  if (unnamed) errors.push(`An operation below ${PORTAL}/src has no name: the gateway knows operations by name and hash.`)
  if (errors.length > 0) throw new Error(errors.join('\n\n'))
}

function typesOf(schema: GraphQLSchema, document: DocumentNode): Promise<string> {
  return codegen({
    filename: `${PORTAL}/src/graph.generated.ts`,
    schema: parse('type Query'),
    schemaAst: schema,
    documents: [{ location: `${PORTAL}/src`, document }],
    plugins: [{ operationTypes: {} }, { typedDocuments: {} }],
    pluginMap: { operationTypes, typedDocuments },
    config: {
      scalars: SCALARS,
      strictScalars: true,
      useTypeImports: true,
      enumType: 'string-literal',
      documentNodeImport: '@apollo/client#TypedDocumentNode',
    },
  })
}

function hashes(operations: Persisted[]): string {
  const lines = operations.map(({ name, hash }) => `  ${name}: '${hash}',`)
  return `\n/** SHA-256 of each operation's text: what the portal sends in its place. */\nexport const operationHashes = {\n${lines.join('\n')}\n}\n`
}

function byHash(operations: Persisted[]): Record<string, string> {
  return Object.fromEntries(operations.map(({ hash, text }): [string, string] => [hash, text]).sort(([a], [b]) => (a < b ? -1 : 1)))
}
