import { until } from '@sizhang/engines'
import { AUDIT, type AuditLink, KEPT_CHECKPOINTS } from '@sizhang/service-kit'
import type { mongo } from 'mongoose'
import { liveIn } from '../../../exact/applied'
import { driverOf } from '../../../exact/databases'
import { verifyAudit } from '../../../ops/audit/verify-audit'
import { opsSettings } from '../../../ops/settings'
import { inDatabases } from '../../measures/databases'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { progress, underLoad } from '../under-load'

type Links = mongo.Collection<AuditLink>

/** A fault made in the database of the audit, behind the service's back, and what has to be said of it. */
interface Tampering {
  what: string
  make: (links: Links, last: number) => Promise<unknown>
  named: (last: number) => string
}

const KEPT_WITHIN = 20_000
/** An entry that every run has: the city was founded by more commands. */
const EDITED = 7

const tamperings: readonly Tampering[] = [
  {
    what: 'an edited entry',
    make: (links) => links.updateOne({ _id: EDITED }, { $set: { account: 'somebody else' } }),
    named: () => `entry ${EDITED} was edited or moved`,
  },
  {
    what: 'two entries that changed places',
    make: async (links) => {
      const [one, other] = [await links.findOne({ _id: EDITED }), await links.findOne({ _id: EDITED + 3 })]
      if (!one || !other) throw new Error('the audit is too short to change places in it')
      await links.deleteMany({ _id: { $in: [one._id, other._id] } })
      await links.insertMany([
        { ...one, _id: other._id },
        { ...other, _id: one._id },
      ])
    },
    named: () => `entry ${EDITED} was edited or moved`,
  },
  {
    what: 'a tail that was cut',
    make: (links, last) => links.deleteMany({ _id: { $gt: last - 5 } }),
    named: (last) => `entries ${last - 4}–${last}, of which a checkpoint`,
  },
]

/** Commands under load, an instance killed meanwhile; the audit holds each once, and shows what is done to it afterwards. */
async function tamperedWith(rig: Rig): Promise<string[]> {
  await underLoad(rig, { membership: 1 }, async () => {
    await rig.processes.membership.kill('SIGKILL')
    rig.processes.membership.start()
    await rig.processes.membership.whenReady()
    await progress(rig, 50)
  })
  await inDatabases(rig, ({ membership }) =>
    until(async () => !(await anyLeftIn(driverOf(membership))), { within: KEPT_WITHIN, every: 100 }),
  )
  // A service that stops makes a checkpoint of what came last, so nothing has to be waited for.
  await rig.processes.membership.stop()
  return inDatabases(rig, async ({ membership, reporting }) => {
    const links: Links = driverOf(membership).collection(AUDIT)
    const last = await links.countDocuments()
    const kept = async () => (await liveIn(reporting)).collection(KEPT_CHECKPOINTS).findOne({ service: 'membership', position: last })
    await until(async () => (await kept()) !== null, { within: KEPT_WITHIN, every: 100 })
    const findings = [...(await commandsNotOnceIn(links, rig)), ...(await unlessSaid(rig, 'whole', '完整 whole', true))]
    if (findings.length > 0) return findings
    for (const { what, make, named } of tamperings) {
      const before = await links.find().toArray()
      await make(links, last)
      findings.push(...(await unlessSaid(rig, what, named(last), false)))
      await links.deleteMany({})
      await links.insertMany(before)
    }
    rig.processes.membership.start()
    await rig.processes.membership.whenReady()
    return findings
  })
}

/** Whether documents still keep entries that are not chained: those of the instance that was killed wait for a sweep. */
async function anyLeftIn(database: mongo.Db): Promise<boolean> {
  for (const { collectionName } of await database.collections())
    if (await database.collection(collectionName).findOne({ 'log.audit.0': { $exists: true } })) return true
  return false
}

/** Each accepted command of the load is written down as often as it was carried out: once. */
async function commandsNotOnceIn(links: Links, rig: Rig): Promise<string[]> {
  const written = new Map<string, number>()
  for await (const { action, record } of links.find({ refusal: null })) count(written, `${action} ${record}`)
  const accepted = new Map<string, number>()
  for (const { command, topic, id } of rig.ledger.entries) if (topic.startsWith('membership.')) count(accepted, `${command} ${id}`)
  return [...accepted].flatMap(([act, times]) =>
    written.get(act) === times ? [] : [`${act}: accepted ${times} times, written down ${written.get(act) ?? 0} times`],
  )
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

async function unlessSaid(rig: Rig, what: string, words: string, whole: boolean): Promise<string[]> {
  const { brokers, mongoUri, topicPrefix = '', databasePrefix = '' } = rig.settings
  const names = { TOPIC_PREFIX: topicPrefix, DATABASE_PREFIX: databasePrefix }
  const said: string[] = []
  const found = await verifyAudit(opsSettings({ KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri, ...names }), 'membership', (line) =>
    said.push(line),
  )
  const text = said.join('\n')
  return found === whole && text.includes(words) ? [] : [`${what}: audit verify did not say “${words}”, but: ${text}`]
}

export const tampering: Trial[] = [
  {
    number: 30,
    name: '审计被改 the audit: one entry edited, two swapped, the tail cut',
    passes: '`audit verify` names the first bad entry or the missing tail; each command is written down once, also over a kill -9',
    control: {
      without: 'the checkpoints: how far the audit went is known nowhere else',
      patches: [
        {
          file: 'libs/service-kit/src/audit/checkpoints.ts',
          find: '    if (!(await this.save(known?.version, document))) return false\n',
          put: '    return false\n',
        },
      ],
      apps: ['membership'],
    },
    run: tamperedWith,
  },
]
