import { setTimeout as pause } from 'node:timers/promises'
import { listOfCity, ROWS_OF_CITY } from '../../../bench/data/city-list'
import { memoryOf } from '../../../bench/sides/metrics'
import { driverOf } from '../../../exact/databases'
import { inDatabases } from '../../measures/databases'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { uploadAreas } from './area-files'
import { badFilesOf, cutSomewhere, type BadFile } from './bad-file-kinds'

/** Rows of the largest list that is taken. */
const MOST_ROWS = 20_000
const MOST_GROWTH_MIB = 100
const LOOKED_AT_MS = 50
const WARM_UPS = 3

/** Every bad file there is, each refused by name and place with nothing kept; the largest good one; and the same files again. */
async function badFilesSent(rig: Rig): Promise<string[]> {
  const known = listOfCity('6000')
  // A service that has taken lists before: what it holds by then is its own.
  for (let time = 0; time < WARM_UPS; time++) await uploadAreas(rig, known)
  const largest = await measured(rig, () => largestTaken(rig))
  const { findings } = largest
  let most = 0
  for (let fault = 0; fault < rig.options.faults && findings.length === 0; fault++) {
    const once = await measured(rig, () => eachRefused(rig, known))
    findings.push(...once.findings)
    most = Math.max(most, once.grown)
  }
  rig.notes.push(`memory added: ${largest.grown} MiB by the largest list, ${most} MiB at most by all bad files once`)
  return findings
}

async function eachRefused(rig: Rig, known: string): Promise<string[]> {
  const findings: string[] = []
  const before = await storedAreas(rig)
  for (const file of [...badFilesOf(), cutSomewhere(rig.chance)]) findings.push(...(await refusedAsDeclared(rig, file)))
  findings.push(...(await unchangedBy(rig, known, ROWS_OF_CITY)))
  const after = await storedAreas(rig)
  return after === before ? findings : [...findings, `${after} areas are kept after bad files, ${before} before`]
}

async function refusedAsDeclared(rig: Rig, file: BadFile): Promise<string[]> {
  const { status, code, text } = await uploadAreas(rig, file.body(), file.type)
  const isAsDeclared = status === file.status && file.code.test(code ?? '') && file.told.every((words) => text.includes(words))
  return isAsDeclared
    ? []
    : [`${file.name}: ${status} ${text.slice(0, 300)} instead of ${file.status} ${file.code.source} ${file.told.join(' ')}`]
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
  const { status, text } = await uploadAreas(rig, list)
  const isTaken = status === 201 && text.includes(`"established":${MOST_ROWS}`)
  return [...(isTaken ? [] : [`the largest list: ${status} ${text.slice(0, 300)}`]), ...(await unchangedBy(rig, list, MOST_ROWS))]
}

async function unchangedBy(rig: Rig, list: string, rows: number): Promise<string[]> {
  const { text } = await uploadAreas(rig, list)
  return text.includes(`"established":0,"unchanged":${rows}`) ? [] : [`the same list again: ${text.slice(0, 300)}`]
}

function storedAreas(rig: Rig): Promise<number> {
  return inDatabases(rig, ({ organization }) => driverOf(organization).collection('areas').countDocuments())
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
    passes: 'each refused by name, row and column, nothing kept; the largest list taken, the same again changes nothing; +100 MiB at most',
    faultsARun: 20,
    control: {
      without: 'the cap on the size of a file',
      patches: [{ file: 'libs/service-kit/src/files/content.ts', find: 'if (size <= most) continue', put: 'if (size >= 0) continue' }],
      apps: ['organization'],
    },
    run: badFilesSent,
  },
]
