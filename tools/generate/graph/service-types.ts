import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import { buildASTSchema } from 'graphql'
import type { Generated } from '../files'
import type { Subgraph } from './subgraphs'
import { subgraphs } from './subgraphs'

/** How a value of each scalar is held in TypeScript, in the services and in the portal alike. */
export const SCALARS = {
  ID: 'string',
  LocalDate: 'string',
  Instant: 'string',
  AreaCode: 'string',
  Cursor: 'string',
  Count: 'number',
  Money: 'number',
}

/** First line of a file that nobody edits by hand. */
export const BANNER = '// Written by `node tools/run.mjs generate`: change its source, not this file.\n'

/** The types of each service's part of the graph: inputs, arguments, enums and objects. */
export async function serviceTypes(): Promise<Generated[]> {
  return Promise.all(subgraphs().map(typesOf))
}

async function typesOf({ app, typeDefs }: Subgraph): Promise<Generated> {
  const file = `apps/${app}/src/graph.generated.ts`
  const text = await codegen({
    filename: file,
    schema: typeDefs,
    // The directives of the federation are the composition's to judge; here only the types count.
    schemaAst: buildASTSchema(typeDefs, { assumeValidSDL: true }),
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config: { scalars: SCALARS, strictScalars: true, enumsAsTypes: true, useTypeImports: true, skipTypename: true },
  })
  return { file, text: BANNER + text }
}
