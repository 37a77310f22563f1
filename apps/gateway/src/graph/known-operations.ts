import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersistedQueryOptions } from '@apollo/server'
import { getOperationAST, parse } from 'graphql'
import { z } from 'zod'

const operations = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string())

type KeyValueCache = NonNullable<PersistedQueryOptions['cache']>

/** The portal's operations by the SHA-256 of their text. Nothing is ever added by a client. */
export class KnownOperations implements KeyValueCache {
  private readonly names: ReadonlyMap<string, string>

  private constructor(private readonly texts: ReadonlyMap<string, string>) {
    this.names = new Map([...texts].map(([hash, text]) => [hash, getOperationAST(parse(text))?.name?.value ?? 'other']))
  }

  /** Reads `operations.json` beside the built portal; without a portal there are none. */
  static async of(portalDir: string): Promise<KnownOperations> {
    const text = await readFile(join(portalDir, 'operations.json'), 'utf8').catch(() => '{}')
    return new KnownOperations(new Map(Object.entries(operations.parse(JSON.parse(text)))))
  }

  /** The name of the portal's operation whose text has this hash; `other` for anybody else's text, whatever it calls itself. */
  nameOf(hash: string | undefined): string {
    return this.names.get(hash ?? '') ?? 'other'
  }

  /** Whether a text with this hash is one of the portal's operations. */
  has(hash: string | undefined): boolean {
    return this.texts.has(hash ?? '')
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
