import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

/** How tools/<tool>/main.ts becomes one file: packages stay outside, aliases come from tsconfig.base.json. */
const options = (root, tool) => ({
  absWorkingDir: root,
  entryPoints: [join('tools', tool, 'main.ts')],
  outfile: join(root, 'dist/tools', `${tool}.mjs`),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  loader: { '.graphql': 'text' },
  sourcemap: true,
  logLevel: 'warning',
  write: false,
})

/** The text of a tool as one file. */
export async function textOf(root, tool) {
  const { outputFiles } = await build({ ...options(root, tool), sourcemap: false })
  return outputFiles[0].text
}

/** Writes a tool as one file and gives its place. It is put there whole, as several runs of one tool may meet. */
export async function bundle(root, tool) {
  const { outputFiles } = await build(options(root, tool))
  const { outfile } = options(root, tool)
  mkdirSync(dirname(outfile), { recursive: true })
  for (const { path, contents } of outputFiles) {
    writeFileSync(`${path}.${process.pid}`, contents)
    renameSync(`${path}.${process.pid}`, path)
  }
  return outfile
}
