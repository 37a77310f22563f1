import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['apps', 'libs', 'tools/build', 'tools/run.mjs', 'package-lock.json', 'tsconfig.base.json', 'nx.json']

/** Changes when a file that a build reads was added, removed or written (by name, size and time; tests are left out). */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    const files = statSync(join(root, source)).isDirectory() ? filesBelow(join(root, source)) : [join(root, source)]
    for (const file of files.sort()) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path)
    return /spec\.tsx?$/.test(entry.name) ? [] : [path]
  })
}
