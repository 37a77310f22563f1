import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { checkPacks } from './check'
import { packFile, textsFile, type Pack } from './pack'
import { Packs } from './packs'
import { PacksInvalid, rules, type PackProblem, type Rule } from './rules'

const ownFiles = ['pack.json', 'texts.zh.json', 'texts.en.json']

/**
 * Reads every pack below the directories and checks them as one whole.
 * @param dirs directories that hold pack folders, as in the setting `PACKS_DIRS`; folders without a pack's files are passed over
 * @throws PacksInvalid naming each problem by folder, file, field, value and rule
 */
export async function loadPacks(dirs: readonly string[]): Promise<Packs> {
  const problems: PackProblem[] = []
  const folders = (await Promise.all(dirs.map((dir) => packFolders(dir, problems)))).flat()
  const read = await Promise.all(folders.map((folder) => readPack(folder, problems)))
  if (folders.length === 0 && problems.length === 0) problems.push({ rule: 'NO_PACK', folder: dirs.join(','), value: [] })
  if (problems.length > 0) throw new PacksInvalid(problems)

  const packs = read.filter((pack) => pack !== undefined)
  const broken = checkPacks(packs)
  if (broken.length > 0) throw new PacksInvalid(broken)
  return new Packs(packs)
}

/** The folders of a directory that hold at least one of a pack's files, so that a forgotten `pack.json` is noticed. */
async function packFolders(dir: string, problems: PackProblem[]): Promise<string[]> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    problems.push({ rule: 'DIRECTORY', folder: dir, value: error.code })
    return []
  })
  const folders: string[] = []
  for (const name of names.filter((name) => !name.startsWith('.')).sort()) {
    const folder = join(dir, name)
    if (!(await stat(folder)).isDirectory()) continue
    const files = await readdir(folder)
    if (files.some((file) => ownFiles.includes(file))) folders.push(folder)
  }
  return folders
}

async function readPack(folder: string, problems: PackProblem[]): Promise<Pack | undefined> {
  const file = await readAs(packFile, folder, 'pack.json', problems)
  const zh = await readAs(textsFile, folder, 'texts.zh.json', problems)
  const en = await readAs(textsFile, folder, 'texts.en.json', problems)
  if (file && file.department !== basename(folder)) {
    problems.push({ rule: 'FOLDER_NAME', folder, file: 'pack.json', field: 'department', value: file.department })
  }
  return file && zh && en && { folder, file, texts: { zh, en } }
}

async function readAs<T extends z.ZodType>(
  schema: T,
  folder: string,
  file: string,
  problems: PackProblem[],
): Promise<z.infer<T> | undefined> {
  const refuse = (rule: Rule, value: unknown, field?: string) => void problems.push({ rule, folder, file, field, value })
  const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => refuse('FILE', error.code))
  if (!bytes) return undefined

  const written = decode(bytes, 'utf-8')
  if (written === undefined) return refuse('UTF8', decode(bytes, 'gb18030') === undefined ? 'unknown' : 'GBK')
  const json = parse(written)
  if ('error' in json) return refuse('JSON', json.error)

  const parsed = schema.safeParse(json.value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) refuse(isRule(issue.message) ? issue.message : 'OBJECT', valueAt(json.value, path), fieldOf(path))
  }
  return undefined
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(written: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(written) }
  } catch (error) {
    return { error: String(error) }
  }
}

function isRule(message: string): message is Rule {
  return Object.hasOwn(rules, message)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value)
}

function fieldOf(path: readonly PropertyKey[]): string | undefined {
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return field ? field.replace(/^\./, '') : undefined
}
