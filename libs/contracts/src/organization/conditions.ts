import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaPath, code, constant, figure, flag, id, level, localDate } from '../fields'

const ofUnit = {
  unitId: id(),
  unitType: constant(),
  serves: level().nullable(),
  area: areaCode().nullable(),
  path: areaPath().describe('Areas from the city down to the seat of the unit; empty where it has none.'),
  noteId: id(),
  lack: constant()
    .nullable()
    .describe('Which of the four lacks it proves or disproves (N3.2): POSTS, FUNDS, PREMISES, STAFF; null: none of them.'),
}

/** What a unit has, or has not, was noted from evidence (N3.2): posts, funds in the budget, premises, full-time staff, homes and stations. */
export const ConditionNoted = defineEvent({
  type: 'organization.condition-noted.v1',
  topic: 'organization.conditions',
  key: 'unitId',
  summary: { zh: '登记组织的条件', en: 'What a unit has or lacks was noted from evidence' },
  data: z.object({
    ...ofUnit,
    condition: figure().describe('What it has; code and unit are those of the catalogue of conditions. Yes is 1, no is 0.'),
    lacking: flag().nullable().describe('Whether it is lacking by that; null where it says nothing of a lack.'),
    source: code().describe('What kind of evidence it rests on, from the catalogue.'),
    from: localDate(),
    until: localDate().nullable().describe('Null: until another is noted. Funds end with the year of their budget.'),
  }),
})

/** What was noted of a unit is not true, and never was; what is true instead, where it is known, is noted in a fact of its own. */
export const ConditionCorrected = defineEvent({
  type: 'organization.condition-corrected.v1',
  topic: 'organization.conditions',
  key: 'unitId',
  summary: { zh: '更正组织的条件', en: 'What was noted of a unit turned out not to be true' },
  data: z.object({ ...ofUnit, kind: code() }),
})
