import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersistedQueryOptions } from '@apollo/server'
import { z } from 'zod'

const operations = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string())

type KeyValueCache = NonNullable<PersistedQueryOptions['cache']>

/** The portal's operations by the SHA-256 of their text. Nothing is ever added by a client. */
export class KnownOperations implements KeyValueCache {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  /** Reads `operations.json` beside the built portal; without a portal there are none. */
  static async of(portalDir: string): Promise<KnownOperations> {
    const text = await readFile(join(portalDir, 'operations.json'), 'utf8').catch(() => '{}')
    return new KnownOperations(new Map(Object.entries(operations.parse(JSON.parse(text)))))
  }

  async get(hash: string): Promise<string | undefined> {
    return this.texts.get(hash.replace(/^apq:/, ''))
  }

  async set(): Promise<void> {
    // A text that a client sends along with its hash is executed, not kept.
  }

  async delete(): Promise<boolean> {
    return false
  }
}
