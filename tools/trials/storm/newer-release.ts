import { logEnds, readLog } from '@sizhang/messaging'
import { bundlesWith, type Patch } from '../rig/bundles'
import type { Rig } from '../rig/rig'

const FIELD = 'volunteerHours'

/** A later release of activity: its facts have one field more, which the other services of this release do not know. */
export const newerRelease: Patch[] = [
  {
    file: 'libs/contracts/src/activity/activities.ts',
    find: '  figures: z.array(figure()).max(60),\n',
    put: `  figures: z.array(figure()).max(60),\n  ${FIELD}: z.int().optional(),\n`,
  },
  {
    file: 'apps/activity/src/activities/activities.domain.ts',
    find: 'return { ...fact, activityId,',
    put: `return { ...fact, ${FIELD}: 2, activityId,`,
  },
]

/** Builds it; gives the folder of its bundle, from the root. */
export function buildNewerRelease(root: string): Promise<string> {
  return bundlesWith('newer-release', newerRelease, ['activity'], root)
}

/** How many facts in the log have the new field. */
export async function factsOfNewerRelease({ asked }: Rig): Promise<number> {
  const topic = 'activity.activities'
  let count = 0
  const to = (await logEnds(asked)).get(topic) ?? new Map<number, number>()
  await readLog({ ...asked, topic, from: new Map(), to }, ({ value }) => {
    if (value?.includes(`"${FIELD}":`)) count += 1
  })
  return count
}
