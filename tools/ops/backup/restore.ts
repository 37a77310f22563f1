import { Problem, services } from '@sizhang/engines'
import { groupsWithMembers, logEnds, type LogRecord, LogWriter, Misplaced } from '@sizhang/messaging'
import mongoose, { type mongo } from 'mongoose'
import { driverOf } from '../../exact/databases'
import { onInstallation, type Installation } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'
import { documentsOf, type FileEntry } from './documents-file'
import { agreedAnew, counted, erasuresIn, factOf, keyOf, type Listed, TOPIC } from './erasures'
import { type Manifest, wholeBackup } from './manifest'
import { fingerprintsAtHand } from './secrets'

type Say = (line: string) => void

const AT_ONCE = 500
const { BSON } = mongoose.mongo

/**
 * `restore --from --erasures`: puts a whole backup into an empty installation whose services are stopped. Everything is checked before anything
 * is written. What the list says was erased or withdrawn, membership erases and withdraws again at its start, before anybody can read it.
 */
export function restore(settings: OpsSettings, folder: string, list: string, say: Say): Promise<boolean> {
  return onInstallation(settings, async (installation) => {
    const manifest = await wholeBackup(folder)
    const due = await dueAfter(folder, manifest, list)
    requireSecrets(settings, manifest, say)
    await requireStopped(installation)
    await requireEmpty(installation)
    // First of all: a restore that was cut off must not bring back who was erased since.
    await putErasures(installation, due)
    await putAll(installation, folder, manifest, say).catch((error: unknown) => {
      if (error instanceof Misplaced) throw incomplete(error.message)
      throw error
    })
    const [erased, withdrawn, papers] = counted(due)
    say(
      `删除名单 erasures  ${erased} 人、撤回 ${withdrawn} 项、扫描件 ${papers} 个，成员服务启动时再次删除、撤回 persons, consents withdrawn, and papers: done again when membership starts`,
    )
    say(`已恢复 restored  ${manifest.takenAt} 的数据 as of then。请启动服务，再核对 start the services, then: npm run ops -- verify`)
    return true
  })
}

function requireSecrets(settings: OpsSettings, { secrets, previousSecrets }: Manifest, say: Say): void {
  if (secrets === null) return say('备份未记录密钥指纹，无法核对 the backup does not say which secrets belong to it')
  const atHand = fingerprintsAtHand(settings)
  const needed = previousSecrets ? [secrets, previousSecrets] : [secrets]
  if (needed.every((fingerprint) => Object.values(atHand ?? {}).includes(fingerprint))) return
  throw new Problem(
    `${atHand ? '现有密钥不是这份备份的密钥' : '找不到密钥'}，已加密的个人信息将无法读出。请先放回当时的 secrets.json，或设置 FIELD_KEY 与 INDEX_KEY；此后更换过 FIELD_KEY 的，把当时的设为 PREVIOUS_FIELD_KEY。${previousSecrets ? '备份时正在更换密钥，当时的两个都要。' : ''}`,
    `${atHand ? 'The secrets at hand are not those of this backup' : 'There are no secrets'}: its personal data could not be read. Put its secrets.json back first, or set FIELD_KEY and INDEX_KEY; where FIELD_KEY was replaced since, set the one of then as PREVIOUS_FIELD_KEY.${previousSecrets ? ' Keys were being replaced then: both of them are needed.' : ''}`,
  )
}

async function requireStopped({ asked }: Installation): Promise<void> {
  const running = await groupsWithMembers(asked, services)
  if (running.length === 0) return
  throw new Problem(
    `服务仍在运行：${running.join('、')}。请先停止；被强行结束的要等十秒。`,
    `Services run: ${running.join(', ')}. Stop them first; one that was killed counts for ten seconds more.`,
  )
}

async function requireEmpty({ asked, databases, settings }: Installation): Promise<void> {
  const topics = [...(await logEnds(asked)).keys()].map((topic) => `Kafka ${settings.kafka.topicPrefix}${topic}`)
  const names: string[] = []
  for (const service of services)
    if ((await databases[service].listCollections()).length > 0) names.push(`MongoDB ${settings.databasePrefix}${service}`)
  const there = [...names, ...topics]
  if (there.length === 0) return
  throw new Problem(
    `此处已有数据，恢复不会覆盖：${there.join('、')}。请恢复到空的安装（本机：先停止，再 npm run engines -- reset），或用 DATABASE_PREFIX 与 TOPIC_PREFIX 另起名称。`,
    `There is data here, and a restore replaces none: ${there.join(', ')}. Restore into an empty installation (on this machine: stop it, then npm run engines -- reset), or beside it under another DATABASE_PREFIX and TOPIC_PREFIX.`,
  )
}

async function putAll({ asked, databases }: Installation, folder: string, { files }: Manifest, say: Say): Promise<void> {
  const topics = files.filter(({ path }) => path.startsWith('topics/'))
  const writer = await LogWriter.open(asked, topics.map(nameOf))
  try {
    for (const file of topics) {
      for await (const bytes of documentsOf(folder, file.path)) await writer.put(recordOf(nameOf(file), bytes))
      say(`${file.path}  ${number(file.documents)} 条 records`)
    }
    await writer.close()
  } finally {
    await writer.disconnect()
  }
  for (const service of services)
    for (const file of files.filter(({ path }) => path.startsWith(`databases/${service}/`))) {
      const collection = driverOf(databases[service]).collection(nameOf(file))
      await (nameOf(file) === DUE ? putDue(collection, folder, file) : putDocuments(collection, folder, file))
      say(`${file.path}  ${number(file.documents)} 份 documents`)
    }
}

/** `topics/organization.units.bson.gz` is `organization.units`. */
function nameOf({ path }: Pick<FileEntry, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.bson.gz'.length)
}

function recordOf(topic: string, bytes: Buffer): LogRecord {
  return { ...(BSON.deserialize(bytes, { promoteBuffers: true }) as Omit<LogRecord, 'topic'>), topic }
}

/** Numbers stay of the type that they are: an integer does not become a fraction. */
async function putDocuments(collection: mongo.Collection, folder: string, file: FileEntry): Promise<void> {
  const options = { ordered: false, writeConcern: { w: 'majority', journal: true } as const }
  const batch: mongo.Document[] = []
  for await (const bytes of documentsOf(folder, file.path)) {
    batch.push(BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true }))
    if (batch.length === AT_ONCE) await collection.insertMany(batch.splice(0), options)
  }
  if (batch.length > 0) await collection.insertMany(batch, options)
}

/** What a backup itself still had to erase, beside what the list says. */
async function putDue(collection: mongo.Collection, folder: string, file: FileEntry): Promise<void> {
  for await (const bytes of documentsOf(folder, file.path)) {
    const { _id, ...due } = BSON.deserialize(bytes)
    await collection.updateOne({ _id }, { $setOnInsert: due }, { upsert: true, writeConcern: { w: 'majority', journal: true } })
  }
}

/** Where membership looks at its start. */
const DUE = 'erasures_due'

/** What a list has for a backup: a consent that was given anew before the backup was taken was not withdrawn for it. */
async function dueAfter(folder: string, { files }: Manifest, list: string): Promise<Listed> {
  const due = await erasuresIn(list)
  for (const file of files.filter(({ path }) => path.startsWith('topics/') && nameOf({ path }) === TOPIC))
    for await (const bytes of documentsOf(folder, file.path)) {
      const fact = factOf(recordOf(TOPIC, bytes))
      if (fact) agreedAnew(due, fact)
    }
  return due
}

/** Left where membership looks at its start; one that the backup knows already is passed over there. */
async function putErasures({ databases }: Installation, due: Listed): Promise<void> {
  const collection = driverOf(databases.membership).collection<{ _id: string }>(DUE)
  for (const one of due.values())
    await collection.updateOne({ _id: keyOf(one) }, { $set: one }, { upsert: true, writeConcern: { w: 'majority', journal: true } })
}

function incomplete(why: string): Problem {
  return new Problem(
    `恢复未完成，请清空后重新恢复：${why}`,
    `The restore is not complete: empty the installation and restore again (${why}).`,
  )
}
