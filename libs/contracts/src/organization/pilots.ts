import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, code, constant, id, localDate, pilotTaskState } from '../fields'

const pilot = {
  unitId: id(),
  pilotId: id().describe('The designation: a unit that is designated anew has another.'),
  unitType: constant(),
  area: areaCode().nullable(),
  path: areaPath().describe('Areas from the city down to the seat of the unit; empty where it has none.'),
  category: code().describe('One of the twelve categories of the pilot list (A2).'),
  department: constant().describe('The department of the city association that follows it.'),
}

/** A unit is a pilot of a category from a day on (N4.1, A2). */
export const PilotDesignated = defineEvent({
  type: 'organization.pilot-designated.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '试点确定', en: 'A unit was designated as a pilot' },
  data: z.object({ ...pilot, from: localDate(), until: localDate().nullable() }),
})

/** A designation ends: the unit is no pilot by it from `until`. Of another category or department, it is designated anew from that day. */
export const PilotDesignationEnded = defineEvent({
  type: 'organization.pilot-designation-ended.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '试点终止', en: 'The designation of a pilot ended' },
  data: z.object({ ...pilot, from: localDate(), until: localDate() }),
})

/** Where a pilot is with one of its tasks (N4.2). The last one of a day counts. */
export const PilotTaskRecorded = defineEvent({
  type: 'organization.pilot-task-recorded.v1',
  topic: 'organization.units',
  key: 'unitId',
  summary: { zh: '试点任务进展', en: 'The state of a task of a pilot was recorded' },
  data: z.object({
    ...pilot,
    task: code().describe('A task of the catalogue.'),
    state: pilotTaskState(),
    on: localDate(),
    nextStepBy: localDate().nullable().describe('The day by which the next step is to be done; null: none is set.'),
  }),
})
