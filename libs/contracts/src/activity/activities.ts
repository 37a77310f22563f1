import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, code, constant, figure, id, instant, localDate, packVersion } from '../fields'

const record = z.object({
  activityId: id(),
  department: code(),
  activityType: code(),
  packVersion: packVersion(),
  hosts: z
    .array(z.object({ unitId: id(), role: z.enum(['HOST', 'CO_HOST']), path: areaPath() }))
    .min(1)
    .max(20),
  path: areaPath().describe('The common ancestor of all hosts: where the activity counts once.'),
  place: z.object({ area: areaCode().nullable(), kind: code() }),
  ledBy: z.object({ appointmentId: id(), seatId: id(), personId: id(), head: constant().nullable(), unitId: id() }).nullable(),
  on: localDate().describe('First day, in Asia/Shanghai: the day it is counted for.'),
  startsAt: instant(),
  endsAt: instant(),
  figures: z.array(figure()).max(60),
})

/** An activity was held and recorded with the figures that its type asks for (N2.2). */
export const ActivityRecorded = defineEvent({
  type: 'activity.activity-recorded.v1',
  topic: 'activity.activities',
  key: 'activityId',
  summary: { zh: '活动登记', en: 'An activity was recorded' },
  data: record,
})

/** The record of an activity was put right: the whole record as it stands now. */
export const ActivityCorrected = defineEvent({
  type: 'activity.activity-corrected.v1',
  topic: 'activity.activities',
  key: 'activityId',
  summary: { zh: '活动更正', en: 'The record of an activity was corrected' },
  data: record,
})

/** The record was withdrawn: it counts nowhere any more. */
export const ActivityWithdrawn = defineEvent({
  type: 'activity.activity-withdrawn.v1',
  topic: 'activity.activities',
  key: 'activityId',
  summary: { zh: '活动撤回', en: 'The record of an activity was withdrawn' },
  data: z.object({ activityId: id(), path: areaPath(), on: localDate().describe('The day on which it was withdrawn.') }),
})
