import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { decoratorMetadata } from './decorator-metadata'

/**
 * Bundles a Nest app to `dist/apps/<app>/main.mjs`, with a source map. Packages stay outside; the libraries, found by the
 * aliases of tsconfig.base.json, and `.graphql` texts go in. esbuild itself prints what is wrong.
 */
export async function buildApp(app: string, root = process.cwd()): Promise<void> {
  const outdir = `dist/apps/${app}`
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
    plugins: [decoratorMetadata],
    keepNames: true,
    sourcemap: true,
    logLevel: 'warning',
  })
}
