import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { decoratorMetadata, type ReadSource } from './decorator-metadata'

/** Where a bundle goes and how sources are read; the trials build copies of the product with faults in them. */
export interface BuildOptions {
  root?: string
  /** Folder of bundles, from the root. */
  folder?: string
  read?: ReadSource
}

/**
 * Bundles a Nest app to `<folder>/<app>/main.mjs`, with a source map. Packages stay outside; the libraries, found by the
 * aliases of tsconfig.base.json, and `.graphql` texts go in. esbuild itself prints what is wrong.
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
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
    loader: { '.graphql': 'text' },
    plugins: [decoratorMetadata(read)],
    keepNames: true,
    sourcemap: true,
    logLevel: 'warning',
  })
}
