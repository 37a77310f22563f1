import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { ConsentGiven, ConsentWithdrawn, GuardianConsented, GuardianWithdrew, PaperWithdrawn, PersonErased } from '@sizhang/contracts'
import { Problem } from '@sizhang/engines'
import { logEnds, readLog, reading, type KafkaAsked, type LogRecord } from '@sizhang/messaging'
import { z } from 'zod'
import { kafkaOf } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'

const command = {
  commandId: z.string(),
  /** The account that did it. */
  actor: z.string(),
}
const by = { personId: z.uuid(), on: z.iso.date(), ...command }
const erasure = z.strictObject({ ...by, ground: z.string() })
const withdrawal = z.strictObject({
  ...by,
  /** To what the person agrees no more; null: his guardian does not. */
  withdrawn: z.string().nullable(),
  at: z.iso.datetime(),
})
const withdrawnPaper = z.strictObject({ paperId: z.uuid(), recordId: z.uuid(), reason: z.string(), at: z.iso.datetime(), ...command })
const line = z.union([erasure, withdrawal, withdrawnPaper])

/** That a person was erased, as the list of erasures keeps it: ids, a code and a day, nothing that tells who it was. */
type Erasure = z.output<typeof erasure>
/** That a consent was withdrawn, in the same list, until it is given anew. */
type Withdrawal = z.output<typeof withdrawal>

/** That a scanned paper was taken back. */
type WithdrawnPaper = z.output<typeof withdrawnPaper>
type Entry = Erasure | Withdrawal | WithdrawnPaper

/** What a restored backup has to be told, by what it is about: one erasure a person, one withdrawal a person and purpose, one a paper. */
export type Listed = Map<string, Entry>

/** In the place of a file: nobody was erased and nothing withdrawn since the backup, papers neither. */
const NONE = 'none'

/**
 * `erasures --to`: adds to a list who was erased, and what was withdrawn, so far, by the log. Kept beside the backups, it makes a restored one
 * forget, too. What stands in the list stays there, as the log may be one that was restored from before; a withdrawal goes once the person, or
 * the guardian, agrees anew.
 */
export async function listErasures(settings: OpsSettings, file: string, say: (line: string) => void): Promise<boolean> {
  const listed: Listed = existsSync(file) ? await erasuresIn(file) : new Map()
  const before = new Set(listed.keys())
  await eachFact(kafkaOf(settings), (fact) => {
    follow(listed, fact)
    agreedAnew(listed, fact)
  })
  const text = [...listed.values()].map((one) => `${JSON.stringify(one)}\n`).join('')
  await writeFile(`${file}.part`, text, { mode: 0o600, flush: true })
  await rename(`${file}.part`, file)
  const [erased, withdrawn, papers] = counted(listed)
  const added = [...listed.keys()].filter((key) => !before.has(key)).length
  say(
    `${file}  ${erased} 人已删除 persons erased  ${withdrawn} 项已撤回 consents withdrawn  ${papers} 个扫描件已撤回 papers withdrawn  其中新增 new ${number(added)}`,
  )
  return true
}

/** How many erasures, withdrawn consents and withdrawn papers a list holds, as text. */
export function counted(listed: Listed): [string, string, string] {
  const all = [...listed.values()]
  const [erased, papers] = [all.filter((one) => 'ground' in one).length, all.filter((one) => 'paperId' in one).length]
  return [number(erased), number(listed.size - erased - papers), number(papers)]
}

/** What a list holds; nothing where `none` is said in the place of a file. */
export async function erasuresIn(file: string): Promise<Listed> {
  if (file === NONE) return new Map()
  if (!existsSync(file)) throw new Problem(`找不到删除名单 ${file}。`, `There is no list of erasures ${file}.`)
  const lines = (await readFile(file, 'utf8')).split('\n').filter((text) => text !== '')
  return new Map(
    lines.map((text, place) => {
      const parsed = line.safeParse(parsedJson(text))
      if (parsed.success) return [keyOf(parsed.data), parsed.data]
      throw new Problem(
        `删除名单 ${file} 第 ${place + 1} 行有误。未写入任何数据，请用另一份名单。`,
        `Line ${place + 1} of the list of erasures ${file} is wrong. Nothing was written: use another copy.`,
      )
    }),
  )
}

/** What an entry is about: a person, a person and a purpose, or a paper. Membership finds it under this id. */
export function keyOf(one: Entry): string {
  if ('paperId' in one) return one.paperId
  return 'ground' in one ? one.personId : `${one.personId} ${one.withdrawn ?? GUARDIAN}`
}

/** In the place of a purpose, which none is called. */
const GUARDIAN = 'GUARDIAN'

type Fact = Extract<ReturnType<typeof reading>, { event: unknown }>['event']

/** Takes over what a fact says was erased or withdrawn; what the list knows of later stays. */
export function follow(listed: Listed, fact: Fact): void {
  const { id, causationid: commandId = id, actor, time: at, type, data } = fact
  if (type === PersonErased.type) add(listed, { ...PersonErased.data.parse(data), commandId, actor })
  if (type === ConsentWithdrawn.type) {
    const { purpose: withdrawn, ...said } = ConsentWithdrawn.data.parse(data)
    add(listed, { ...said, withdrawn, at, commandId, actor })
  }
  if (type === PaperWithdrawn.type) add(listed, { ...PaperWithdrawn.data.parse(data), at, commandId, actor })
  if (type === GuardianWithdrew.type) add(listed, { ...GuardianWithdrew.data.parse(data), withdrawn: null, at, commandId, actor })
}

function add(listed: Listed, one: Entry): void {
  const before = listed.get(keyOf(one))
  if (before && 'at' in before && 'at' in one && before.at > one.at) return
  listed.set(keyOf(one), one)
}

/** Takes a withdrawal off a list once a fact says that the consent was given later. */
export function agreedAnew(listed: Listed, { type, data, time }: Fact): void {
  if (type === ConsentGiven.type) {
    const { personId, purpose } = ConsentGiven.data.parse(data)
    takeOff(listed, `${personId} ${purpose}`, time)
  }
  if (type === GuardianConsented.type) takeOff(listed, `${GuardianConsented.data.parse(data).personId} ${GUARDIAN}`, time)
}

function takeOff(listed: Listed, key: string, given: string): void {
  const before = listed.get(key)
  if (before && 'at' in before && before.at < given) listed.delete(key)
}

/** The fact of a record; undefined: it is none that can be read. */
export function factOf(record: LogRecord): Fact | undefined {
  const read = reading(record)
  return 'event' in read ? read.event : undefined
}

/** The topic that says who was erased and which consent was withdrawn. */
export const TOPIC = PersonErased.topic

async function eachFact(asked: KafkaAsked, take: (fact: Fact) => void): Promise<void> {
  const ends = await logEnds(asked)
  for (const topic of [TOPIC, PaperWithdrawn.topic])
    await readLog({ ...asked, topic, to: ends.get(topic) ?? new Map<number, number>() }, (record) => {
      const fact = factOf(record)
      if (fact) take(fact)
    })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
