import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Parts } from './compose'

const kept = z.record(z.string(), z.string())

/** The last parts that made one graph, in a file: the gateway starts from them while a service is away. */
export class KeptParts {
  constructor(private readonly file: string) {}

  /** What was kept; nothing when there is no such file, or it cannot be read. */
  async read(): Promise<Parts> {
    const text = await readFile(this.file, 'utf8').catch(() => '{}')
    try {
      return new Map(Object.entries(kept.parse(JSON.parse(text))))
    } catch {
      return new Map()
    }
  }

  /** Puts the parts in place of the former ones, whole or not at all. */
  async write(parts: Parts): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true })
    await writeFile(`${this.file}.new`, JSON.stringify(Object.fromEntries(parts), null, 2))
    await rename(`${this.file}.new`, this.file)
  }
}
