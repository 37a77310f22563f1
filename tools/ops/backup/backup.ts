import { existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { Problem, services } from '@sizhang/engines'
import { type LogRecord, logEnds, type Places, readLog, reading } from '@sizhang/messaging'
import mongoose, { type mongo } from 'mongoose'
import { driverOf } from '../../exact/databases'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'
import { DocumentsFile, type FileEntry } from './documents-file'
import { writeManifest } from './manifest'
import { fingerprintsAtHand } from './secrets'

type Say = (line: string) => void

/** The last sequence of each aggregate at the instant of the backup, by `<topic>/<id>`. */
type Sequences = Map<string, number>

/**
 * `backup --to`: all databases as of one instant, then the log up to its end without what was decided after that instant (ADR 18). Services
 * may go on meanwhile.
 */
export function backup(settings: OpsSettings, folder: string, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Problem(`${folder} 不是空的，请另选一个文件夹。`, `${folder} is not empty: name another folder.`)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const before = await logEnds(installation.asked)
    const sequences: Sequences = new Map()
    const takenAt = new Date().toISOString()
    const files = await databases(installation, folder, sequences, say)
    for (const [topic, to] of await logEnds(installation.asked))
      files.push(await records(installation, folder, { topic, to, settled: before.get(topic) ?? new Map() }, sequences, say))
    const { inUse = null, previous } = fingerprintsAtHand(settings) ?? {}
    await writeManifest(folder, { takenAt, secrets: inUse, ...(previous ? { previousSecrets: previous } : {}), files })
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    say(`备份完成 backed up  ${folder}  ${number(files.length)} 个文件 files  ${number(Math.ceil(bytes / 1024))} KiB`)
    say('密钥不在备份中，请另行保管 the secrets are not in it: keep them elsewhere, in another place than the backup')
    return true
  })
}

/** Every collection of every service, read in one snapshot: what a reader of that instant would have seen, whatever is written meanwhile. */
async function databases(installation: Installation, folder: string, sequences: Sequences, say: Say): Promise<FileEntry[]> {
  const listed = await collectionsOf(installation)
  const session = installation.client.getClient().startSession({ snapshot: true })
  const files: FileEntry[] = []
  try {
    for (const { service, collection } of listed) {
      const file = await DocumentsFile.create(folder, `databases/${service}/${collection.collectionName}.bson.gz`)
      for await (const document of collection.find({}, { raw: true, session }) as unknown as AsyncIterable<Buffer>) {
        note(sequences, `${service}.${collection.collectionName}`, document)
        await file.write(document)
      }
      const entry = await file.close()
      files.push(entry)
      say(`${entry.path}  ${number(entry.documents)} 份 documents`)
    }
  } finally {
    await session.endSession()
  }
  return files
}

async function collectionsOf({ databases: all }: Installation): Promise<{ service: string; collection: mongo.Collection }[]> {
  const found: { service: string; collection: mongo.Collection }[] = []
  for (const service of services) {
    const names = (await all[service].listCollections()).map(({ name }) => name).filter((name) => !name.startsWith('system.'))
    for (const name of names.sort()) found.push({ service, collection: driverOf(all[service]).collection(name) })
  }
  return found
}

function note(sequences: Sequences, topic: string, bytes: Buffer): void {
  const { _id, log } = mongoose.mongo.BSON.deserialize(bytes) as { _id: string; log?: { seq: number } }
  if (log) sequences.set(`${topic}/${_id}`, log.seq)
}

/** What is to be kept of a topic. */
interface Kept {
  topic: string
  to: Places
  /** Up to where it reached before the instant: all of that was decided before, too. */
  settled: Places
}

async function records(
  installation: Installation,
  folder: string,
  { topic, to, settled }: Kept,
  sequences: Sequences,
  say: Say,
): Promise<FileEntry> {
  const file = await DocumentsFile.create(folder, `topics/${topic}.bson.gz`)
  const kept = new Map<number, number>()
  let later = 0
  await readLog({ ...installation.asked, topic, to }, async (record) => {
    const { partition, offset, key, value, headers, timestamp } = record
    const isSettled = offset < (settled.get(partition) ?? 0)
    if (!isSettled && isLater(record, sequences)) return void (later += 1)
    const next = kept.get(partition) ?? 0
    if (isSettled && offset !== next)
      throw new Error(`${topic}@${partition} has no record between ${next} and ${offset}: its places cannot be restored`)
    kept.set(partition, next + 1)
    await file.write(mongoose.mongo.BSON.serialize({ partition, offset, timestamp, key, value, headers }))
  })
  const entry = await file.close()
  const leftOut = later > 0 ? `  其后的未收 decided later, left out ${number(later)}` : ''
  say(`${entry.path}  ${number(entry.documents)} 条 records${leftOut}`)
  return entry
}

/** Whether a fact was decided after the instant: the aggregate as it is kept does not know it. */
function isLater(record: LogRecord, sequences: Sequences): boolean {
  const { key, seq } = reading(record)
  return seq !== undefined && seq > (sequences.get(key) ?? 0)
}
