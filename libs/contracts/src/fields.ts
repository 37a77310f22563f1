import { z } from 'zod'

/**
 * The kinds of value that a fact may carry: ids, codes, bands, figures and dates. There is no free string among them, on purpose:
 * names, phones, titles and reasons stay with the service that owns them (design §4) and never enter Kafka.
 */

const LEVELS = ['CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const
const HOLDING_KINDS = ['FULL_TIME_OFFICE', 'PART_TIME_POST', 'SECONDMENT'] as const
const RANKS = [
  'CHAIR',
  'VICE_CHAIR',
  'SECRETARY_GENERAL',
  'STANDING_COMMITTEE_MEMBER',
  'COMMITTEE_MEMBER',
  'DELEGATE',
  'TEAM_MEMBER',
  'GROUP_LEADER',
  'DEPUTY_GROUP_LEADER',
  'GROUP_MEMBER',
  'OFFICE_HEAD',
] as const
const AREA_ENDS = ['MERGED', 'SPLIT', 'MOVED', 'ABOLISHED'] as const
const FORMATION_MODES = ['OWN', 'JOINT_BY_AREA', 'BY_INDUSTRY', 'HOSTED'] as const
const PILOT_TASK_STATES = ['NOT_BEGUN', 'UNDER_WAY', 'DONE', 'DROPPED'] as const
const AREA_KINDS = ['STREET', 'TOWN', 'TOWNSHIP', 'ZONE', 'COMMUNITY', 'VILLAGE', 'QUASI_COMMUNITY', 'QUASI_VILLAGE'] as const

/** 市 / 县 / 乡 / 村: the level of an area or of the body that serves it. TOWN is a street or a town, VILLAGE a village or a community. */
export type Level = (typeof LEVELS)[number]
/** 任职 / 兼职 / 挂职. */
export type HoldingKind = (typeof HOLDING_KINDS)[number]
/** The rank of a seat in a body, from chair to member of a village's working team; then the offices of a leading or working group (A1). */
export type Rank = (typeof RANKS)[number]
/** 单独组建 / 区域联建 / 行业统建 / 依托组建 (N2.3d). */
export type FormationMode = (typeof FORMATION_MODES)[number]
/** 未开始 / 进行中 / 已完成 / 不再开展: where a pilot is with one of its tasks (N4.2). */
export type PilotTaskState = (typeof PILOT_TASK_STATES)[number]
/** 合并 / 拆分 / 划转 / 撤销: how an area ended. */
export type AreaEnd = (typeof AREA_ENDS)[number]
/** What an area is by its statistical code: street, town, township, zone; community, village and their quasi forms. */
export type AreaKind = (typeof AREA_KINDS)[number]

/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDate = string
/** Statistical code of an area, 2 to 12 digits. */
export type AreaCode = string
/** One counted or measured value of an activity. */
export interface Figure {
  code: string
  value: number
  unit: string
}

/** The end of what stands until somebody ends it (a working group, A1): a day that is later than any other, so that readers compare it as they do every end. */
export const NO_END: LocalDate = '9999-12-31'

export const levels: readonly Level[] = LEVELS
export const holdingKinds: readonly HoldingKind[] = HOLDING_KINDS
export const ranks: readonly Rank[] = RANKS
export const formationModes: readonly FormationMode[] = FORMATION_MODES
export const pilotTaskStates: readonly PilotTaskState[] = PILOT_TASK_STATES
export const areaKinds: readonly AreaKind[] = AREA_KINDS

export const id = () => z.uuid().describe('Opaque id (UUID).')
/** A lower-case code that a pack or a catalogue explains (`free-clinic`, `hospital-director`). */
export const code = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    .max(60)
    .describe('Code held in a pack or catalogue.')
/** An upper-case code that a catalogue explains (`TOWN`, `RTA_FED`, `HOSPITAL_HEAD`). */
export const constant = () =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)
    .max(60)
    .describe('Upper-case code held in a catalogue.')
export const packVersion = () =>
  z
    .string()
    .regex(/^\d{4}\.\d+$/)
    .describe('Version of the department pack that was in force.')
export const areaCode = () =>
  z
    .string()
    .regex(/^\d{2,12}$/)
    .describe('Statistical code of an area, 2 to 12 digits.')
export const areaPath = () =>
  z.array(areaCode()).max(8).describe('Areas from the city down to the place, as they were on the date of the fact.')
export const localDate = () =>
  z.iso.date().describe('Calendar day in Asia/Shanghai; an interval runs from the first day up to, not including, the last.')
export const instant = () => z.iso.datetime({ offset: true }).describe('Instant, RFC 3339.')
export const count = () => z.int().min(0).max(1_000_000_000).describe('Whole number, 0 or more.')
export const ordinal = () => z.int().min(1).max(999).describe('Running number, from 1.')
/** SHA-256 as base64url: nothing of what it stands for can be read back. */
export const digest = () =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .describe('SHA-256, base64url.')
export const flag = () => z.boolean()
export const level = () => z.enum(LEVELS).describe('市 县 乡 村.')
export const holdingKind = () => z.enum(HOLDING_KINDS).describe('任职 兼职 挂职.')
export const rank = () => z.enum(RANKS).describe('Rank of the seat.')
export const formationMode = () => z.enum(FORMATION_MODES).describe('单独组建 区域联建 行业统建 依托组建.')
export const pilotTaskState = () => z.enum(PILOT_TASK_STATES).describe('未开始 进行中 已完成 不再开展.')
export const areaEnd = () => z.enum(AREA_ENDS).describe('合并 拆分 划转 撤销.')
export const areaKind = () => z.enum(AREA_KINDS).describe('Kind of area by its statistical code.')
export const figure = () =>
  z
    .object({ code: code(), value: z.number().min(0).max(1e12), unit: code() })
    .describe('One figure; its code and unit are explained by the pack.')
