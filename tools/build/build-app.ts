import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { absentPackages } from './absent-packages'
import { decoratorMetadata, type ReadSource } from './decorator-metadata'
import { ownSourceMap, type SourceMap } from './own-source-map'

/** Where a bundle goes and how sources are read; the trials build copies of the product with faults in them. */
export interface BuildOptions {
  root?: string
  /** Folder of bundles, from the root. */
  folder?: string
  read?: ReadSource
}

/** Stay outside the bundles: two native modules, and a page of 9 MB that only a developer's gateway serves. */
const outside = ['@node-rs/argon2', '@graphql-hive/router-query-planner', '@graphql-yoga/render-graphiql']

/** Packages in CommonJS ask for these. */
const commonJs = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url)
const __filename = import.meta.filename
const __dirname = import.meta.dirname`

/**
 * Bundles a Nest app to `<folder>/<app>/main.mjs`, with a source map: the libraries, found by the aliases of
 * tsconfig.base.json, `.graphql` texts, and the packages, since to find and open their 1,500 files one by one was half of an
 * app's start (docs/adr). esbuild itself prints what is wrong.
 */
export async function buildApp(app: string, { root = process.cwd(), folder = 'dist/apps', read }: BuildOptions = {}): Promise<void> {
  const outdir = `${folder}/${app}`
  rmSync(`${root}/${outdir}`, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: [`apps/${app}/src/main.ts`],
    outfile: `${outdir}/main.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: outside,
    banner: { js: commonJs },
    tsconfig: 'tsconfig.base.json',
    loader: { '.graphql': 'text' },
    plugins: [absentPackages, decoratorMetadata(read)],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  })
  const map = `${root}/${outdir}/main.mjs.map`
  writeFileSync(map, JSON.stringify(ownSourceMap(JSON.parse(readFileSync(map, 'utf8')) as SourceMap)))
}
