import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that the repository keeps although a tool writes it. */
export interface Generated {
  /** Path from the root of the repository. */
  file: string
  text: string
}

/** The text of a file, or undefined where there is none. */
export function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** The files below a folder whose path ends so, sorted; none where the folder does not exist. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(ending))
    .sort()
}
