import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaCode, areaEnd, areaKind, areaPath, flag, level, localDate } from '../fields'

const area = {
  code: areaCode().describe('The area: its first code, which stays its name in all records.'),
  level: level(),
  path: areaPath().describe('From the city down to this area, itself included, as it was established.'),
  on: localDate(),
}

/** 更名: an area bears another name from `on`. The name itself stays with organization. */
export const AreaRenamed = defineEvent({
  type: 'organization.area-renamed.v1',
  topic: 'organization.areas',
  key: 'code',
  summary: { zh: '区划更名', en: 'An area was renamed' },
  data: z.object(area),
})

/** 代码变更: the list of areas has it under another code from `on`. In all records it keeps its first one. */
export const AreaRecoded = defineEvent({
  type: 'organization.area-recoded.v1',
  topic: 'organization.areas',
  key: 'code',
  summary: { zh: '区划代码变更', en: 'An area got another code in the list' },
  data: z.object({ ...area, listCode: areaCode().describe('The code that the list has from that day on.') }),
})

/** 类别变更 (撤镇设街道): an area is of another kind from `on`, or becomes or ceases to be a row that only holds a place. */
export const AreaReclassified = defineEvent({
  type: 'organization.area-reclassified.v1',
  topic: 'organization.areas',
  key: 'code',
  summary: { zh: '区划类别变更', en: 'An area became one of another kind' },
  data: z.object({ ...area, kind: areaKind().nullable(), placeholder: flag() }),
})

/** 撤销、合并、拆分、划转: an area is no longer in force from `on`. */
export const AreaEnded = defineEvent({
  type: 'organization.area-ended.v1',
  topic: 'organization.areas',
  key: 'code',
  summary: { zh: '区划撤销、合并、拆分或划转', en: 'An area ended: abolished, merged, split or moved' },
  data: z.object({
    ...area,
    how: areaEnd(),
    successors: z.array(areaCode()).max(50).describe('The areas that took its place; the first carries on what covered it.'),
    heir: areaPath().describe('From the city down to the first successor, as that was established; empty: there is none.'),
  }),
})
