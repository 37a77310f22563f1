import { readFileSync } from 'node:fs'
import { filesBelow } from '../../generate/files'
import type { Finding } from '../step'

const LIMIT = 300
const endings = ['.ts', '.tsx', '.mjs', '.cjs', '.graphql', '.css']

/** A file is read in one go. Generated files are read by nobody. */
export function sizes(): Finding {
  const files = ['apps', 'libs', 'tools', 'infra']
    .flatMap((folder) => endings.flatMap((ending) => filesBelow(folder, ending)))
    .filter(isWritten)
  const long = files.map((file) => ({ file, lines: linesOf(file) })).filter(({ lines }) => lines > LIMIT)
  return {
    verdict: `${files.length} files, none above ${LIMIT} lines`,
    faults: long.map(({ file, lines }) => `${file} has ${lines} lines`),
    mend: 'Split the feature by business verb, never by layer. In a .graphql file a one-line description takes one line when it is written "so".',
  }
}

function isWritten(file: string): boolean {
  return !/node_modules|(^|\/)dist\/|\.generated\.|supergraph\.graphql$/.test(file)
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length
}
