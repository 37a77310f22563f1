import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@sizhang/engines'
import { z } from 'zod'
import { measured } from './documents-file'

const NAME = 'manifest.json'
const FORMAT = 1

const file = z.object({
  path: z.string().regex(/^(databases\/[a-z]+|topics)\/[\w.-]+\.bson\.gz$/),
  documents: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
})

const manifest = z.object({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  /** Of the keys by which personal data is encrypted; null where they were not at hand. */
  secrets: z.string().nullable(),
  /** Where they were being replaced: of those before, by which a part of it may be encrypted. */
  previousSecrets: z.string().optional(),
  files: z.array(file),
})

/** What a backup says of itself; written last, so that a backup without it is not complete. */
export type Manifest = z.output<typeof manifest>

export async function writeManifest(folder: string, said: Omit<Manifest, 'format'>): Promise<void> {
  const path = join(folder, NAME)
  await writeFile(`${path}.part`, `${JSON.stringify({ format: FORMAT, ...said }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** Reads a backup's manifest and compares each of its files with it; nothing of a backup that is not whole is used. */
export async function wholeBackup(folder: string): Promise<Manifest> {
  if (!existsSync(join(folder, NAME)))
    throw new Problem(`${folder} 不是完整的备份：没有 ${NAME}。`, `${folder} is no complete backup: it has no ${NAME}.`)
  const parsed = manifest.safeParse(await jsonIn(join(folder, NAME)))
  if (!parsed.success)
    throw new Problem(`${join(folder, NAME)} 已损坏，请用另一份备份。`, `${join(folder, NAME)} is damaged: use another backup.`)
  for (const { path, bytes, sha256 } of parsed.data.files) {
    const found = existsSync(join(folder, path)) ? await measured(folder, path) : { bytes: 0, sha256: '' }
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw new Problem(
        `备份文件 ${join(folder, path)} 不完整或被改动（应为 ${bytes} 字节，实为 ${found.bytes}）。未写入任何数据，请用另一份备份。`,
        `${join(folder, path)} is cut or was changed (${bytes} bytes expected, ${found.bytes} found). Nothing was written: use another backup.`,
      )
  }
  return parsed.data
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
