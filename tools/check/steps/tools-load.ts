import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder, run } from '@sizhang/engines'
import { textOf } from '../../bundle.mjs'
import type { Finding } from '../step'

/** What a tool takes from packages: the import statements at the head of its bundle. */
const IMPORT = /^import (?:[^'";]+ from )?(['"])[^'"]+\1;$/gm

/**
 * Every tool finds in the packages what it takes from them. Jest, the types and Node itself differ in what a package gives: a tool may
 * pass its tests and not start.
 */
export async function toolsLoad(): Promise<Finding> {
  const root = rootFolder()
  const tools = readdirSync(join(root, 'tools')).filter((tool) => existsSync(join(root, 'tools', tool, 'main.ts')))
  const faults = await Promise.all(tools.map(async (tool) => missingOf(tool, await textOf(root, tool))))
  return {
    verdict: `${tools.length} tools find what they import`,
    faults: faults.flat(),
    mend: 'Import what the package gives to Node (for a CommonJS package: its default export).',
  }
}

/** Has Node load what the text imports, and nothing else of it. */
export async function missingOf(tool: string, text: string): Promise<string[]> {
  const folder = mkdtempSync(join(rootFolder(), 'dist/tools-load-'))
  try {
    const file = join(folder, 'imports.mjs')
    writeFileSync(file, `${(text.match(IMPORT) ?? []).join('\n')}\nprocess.exit(0)\n`)
    const { code, output } = await run(process.execPath, [file])
    const why = /^\w*Error.*$/m.exec(output)?.[0] ?? output.slice(0, 300)
    return code === 0 ? [] : [`tools/${tool} does not start: ${why}`]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
