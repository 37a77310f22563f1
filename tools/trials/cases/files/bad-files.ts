import { setTimeout as pause } from 'node:timers/promises'
import { listOfCity, ROWS_OF_CITY } from '../../../bench/data/city-list'
import { memoryOf } from '../../../bench/sides/metrics'
import { driverOf } from '../../../exact/databases'
import { inDatabases } from '../../measures/databases'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { badAreasOf, badFilesOf, cutSomewhere, type BadFile } from './bad-file-kinds'
import { triedLists, type TriedList } from './tried-lists'
import { upload } from './upload'

/** Rows of the largest list of areas that is taken. */
const MOST_ROWS = 20_000
const MOST_GROWTH_MIB = 100
const LOOKED_AT_MS = 50
const WARM_UPS = 3

/** Every bad file there is, of each kind of list, refused by name and place with nothing kept; the largest good one; and the same files again. */
async function badFilesSent(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (const list of triedLists) findings.push(...(await takenAndAgain(rig, list)))
  // A service that has taken lists before: what it holds by then is its own.
  for (let time = 0; time < WARM_UPS; time++) for (const { path, good } of triedLists) await upload(rig, path, good.list)
  const largest = await measured(rig, () => largestTaken(rig))
  findings.push(...largest.findings)
  let most = 0
  for (let fault = 0; fault < rig.options.faults && findings.length === 0; fault++) {
    for (const list of triedLists) {
      const once = await measured(rig, () => eachRefused(rig, list))
      findings.push(...once.findings)
      most = Math.max(most, once.grown)
    }
  }
  rig.notes.push(`memory added: ${largest.grown} MiB by the largest list, ${most} MiB at most by all bad files of a kind once`)
  return findings
}

async function takenAndAgain(rig: Rig, { path, good }: TriedList): Promise<string[]> {
  const { status, text } = await upload(rig, path, good.list)
  if (status !== 201 || !text.includes('"unchanged":0')) return [`a good list of ${path}: ${status} ${text.slice(0, 300)}`]
  return unchangedBy(rig, path, good.list, good.rows)
}

async function eachRefused(rig: Rig, list: TriedList): Promise<string[]> {
  const findings: string[] = []
  const before = await keptBy(rig)
  const files = [...badFilesOf(list), ...(list.path === 'areas' ? badAreasOf(list) : []), cutSomewhere(list, rig.chance)]
  for (const file of files) findings.push(...(await refusedAsDeclared(rig, list, file)))
  findings.push(...(await unchangedBy(rig, list.path, list.good.list, list.good.rows)))
  const after = await keptBy(rig)
  return after === before ? findings : [...findings, `kept after bad files of ${list.path}: ${after}; before: ${before}`]
}

async function refusedAsDeclared(rig: Rig, { path }: TriedList, file: BadFile): Promise<string[]> {
  const { status, code, text } = await upload(rig, path, file.body(), file.type)
  const isAsDeclared = status === file.status && file.code.test(code ?? '') && file.told.every((words) => text.includes(words))
  return isAsDeclared
    ? []
    : [`${path}, ${file.name}: ${status} ${text.slice(0, 300)} instead of ${file.status} ${file.code.source} ${file.told.join(' ')}`]
}

/** Taken whole, and nothing new when it comes again. */
async function largestTaken(rig: Rig): Promise<string[]> {
  const cities = Array.from({ length: Math.ceil(MOST_ROWS / ROWS_OF_CITY) }, (_, place) => listOfCity(String(6_100 + place)))
  const [head = '', ...rows] = cities.flatMap((list, place) =>
    list
      .trimEnd()
      .split('\n')
      .slice(place === 0 ? 0 : 1),
  )
  const list = [head, ...rows.slice(0, MOST_ROWS)].join('\n')
  const { status, text } = await upload(rig, 'areas', list)
  const isTaken = status === 201 && text.includes(`"established":${MOST_ROWS}`)
  return [...(isTaken ? [] : [`the largest list: ${status} ${text.slice(0, 300)}`]), ...(await unchangedBy(rig, 'areas', list, MOST_ROWS))]
}

async function unchangedBy(rig: Rig, path: string, list: string, rows: number): Promise<string[]> {
  const { text } = await upload(rig, path, list)
  return text.includes(`"unchanged":${rows}`) ? [] : [`the same list of ${path} again: ${text.slice(0, 300)}`]
}

/** How many records there are of each kind, and how often all of them were changed. */
function keptBy(rig: Rig): Promise<string> {
  return inDatabases(rig, async ({ organization }) => {
    const counted = triedLists.map(async ({ collection }) => {
      const sums = { _id: null, records: { $sum: 1 }, versions: { $sum: '$version' } }
      const [sum] = await driverOf(organization)
        .collection(collection)
        .aggregate([{ $group: sums }])
        .toArray()
      return `${collection} ${String(sum?.['records'])} records, ${String(sum?.['versions'])} versions`
    })
    return (await Promise.all(counted)).join('; ')
  })
}

/** What is found, and how many MiB the two processes that a file goes through held at most beyond what they held before; looked at all the time. */
async function measured(rig: Rig, act: () => Promise<string[]>): Promise<{ findings: string[]; grown: number }> {
  const held = async () => [await memoryOf(rig.processes.gateway.url), await memoryOf(rig.processes.organization.url)] as const
  const [gateway, organization] = await held()
  let grown = 0
  let running = true
  const looking = (async () => {
    while (running) {
      const now = await held()
      grown = Math.max(grown, Math.round(now[0] - gateway), Math.round(now[1] - organization))
      await pause(LOOKED_AT_MS)
    }
  })()
  const [findings] = await Promise.all([act().finally(() => (running = false)), looking])
  return { findings: grown > MOST_GROWTH_MIB ? [...findings, `a process took ${grown} MiB more`] : findings, grown }
}

export const badFiles: Trial[] = [
  {
    number: 29,
    name: '坏文件 bad files',
    passes:
      'of all five lists: each refused by name, row and column, nothing kept; the largest list taken, the same again changes nothing; +100 MiB at most',
    faultsARun: 20,
    control: {
      without: 'the cap on the size of a file',
      patches: [{ file: 'libs/service-kit/src/files/content.ts', find: 'if (size <= most) continue', put: 'if (size >= 0) continue' }],
      apps: ['organization'],
    },
    run: badFilesSent,
  },
]
