import { until } from '@sizhang/engines'
import type { Rig } from '../../rig/rig'
import type { Trial } from '../../trial'
import { clerksAtOnce } from './clerks'
import { rivals } from './rivals'
import { figuresOf, flawsOf, halfDone, pictureOf, unitsOn } from './tree'

/** For each fault, so that the twenty of a full run make ten thousand; a short run makes a thousand. */
const CHANGES_A_FAULT = 500
const CHANGES_OF_A_SHORT_RUN = 1_000
/** Before all changes. */
const PAST = '2019-12-31'
const DAYS_LOOKED_AT = 12
const DAY_MS = 86_400_000
const BEGINNING = Date.parse('2020-01-01')

async function crossingChanges(rig: Rig): Promise<string[]> {
  const findings = await rivals(rig)
  const changes = rig.options.short ? CHANGES_OF_A_SHORT_RUN : CHANGES_A_FAULT * rig.options.faults
  let past: string[] = []
  const went = await clerksAtOnce(rig, changes, {
    founded: async () => void (past = pictureOf(await unitsOn(rig, PAST))),
    inTheMiddle: () => killAndStart(rig),
  })
  const refused = [...went.refused].sort(([, one], [, other]) => other - one)
  rig.notes.push(
    `${went.accepted} of ${changes} changes accepted, until ${went.until}; refused: ${refused.map((each) => each.join(' ')).join(', ')}`,
  )
  if (went.accepted < changes / 10) findings.push(`only ${went.accepted} of ${changes} changes were accepted`)
  for (const code of ['INTERNAL', 'NO_ANSWER']) if (went.refused.has(code)) findings.push(`${went.refused.get(code)} changes: ${code}`)
  if (!(await until(async () => (await halfDone(rig)) === 0, { within: 120_000, every: 500 })))
    findings.push('a merger or a split is half done')
  if (pictureOf(await unitsOn(rig, PAST)).join('\n') !== past.join('\n')) findings.push(`${PAST} is no longer what it was`)
  const last = await unitsOn(rig, went.until)
  await until(async () => (await figuresOf(rig, last, went.until, PAST)).length === 0, { within: 60_000, every: 200 })
  for (const day of daysUntil(went.until)) {
    const units = await unitsOn(rig, day)
    findings.push(...flawsOf(units, day).slice(0, 3), ...(await figuresOf(rig, units, day, went.until)))
  }
  return findings
}

/** In mid-change: mergers are decided and not carried out. */
async function killAndStart({ processes: { organization } }: Rig): Promise<void> {
  await organization.kill('SIGKILL')
  organization.start()
  await organization.whenReady()
}

function daysUntil(last: string): string[] {
  const days = (Date.parse(last) - BEGINNING) / DAY_MS
  return Array.from({ length: DAYS_LOOKED_AT }, (_, place) =>
    new Date(BEGINNING + Math.round((days * place) / (DAYS_LOOKED_AT - 1)) * DAY_MS).toISOString().slice(0, 10),
  )
}

export const network: Trial[] = [
  {
    number: 21,
    name: '交叉的变更 crossing moves and mergers; random changes, splits among them, by eight clerks at once, killed in the middle',
    passes:
      'one of two that cross; a circle is BAD_USER_INPUT; on each day a tree, no area lost, both trees add up, the past unchanged; Exact',
    expected: { rebuild: true },
    control: {
      without: 'the holds: who puts a unit under another one does not keep that from ending',
      patches: [
        {
          file: 'apps/organization/src/holds/holds.store.ts',
          find: '        await this.take(holds, turn)\n',
          put: '',
        },
      ],
      apps: ['organization'],
    },
    faultsARun: 20,
    run: crossingChanges,
  },
]
