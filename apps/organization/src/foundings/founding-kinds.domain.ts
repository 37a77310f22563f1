import type { FormationMode, Level } from '@sizhang/contracts'
import { builtInTypeOf } from '../units/unit-types.domain'
import kinds from './founding-kinds.json'
import papers from './founding-papers.json'

/** What has to be done to found a unit, in this order (domain (b)). Which of it, says the kind. */
export const FOUNDING_STEPS = ['COLLECTION', 'RULES', 'APPLICATION', 'REVIEW', 'REPLY', 'MEETING', 'FILING', 'PLATE'] as const

/** A step: 会员征集 章程草案 申请 审核 批复 成立大会 备案 挂牌. */
export type FoundingStep = (typeof FOUNDING_STEPS)[number]

/** The steps in words, as refusals say them. */
export const stepNames: Record<FoundingStep, { zh: string; en: string }> = {
  COLLECTION: { zh: '征集会员', en: 'collect members' },
  RULES: { zh: '起草章程', en: 'draft the rules' },
  APPLICATION: { zh: '提交申请', en: 'apply' },
  REVIEW: { zh: '审核', en: 'review' },
  REPLY: { zh: '批复', en: 'reply' },
  MEETING: { zh: '成立大会', en: 'founding meeting' },
  FILING: { zh: '备案', en: 'filing' },
  PLATE: { zh: '挂牌', en: 'plate' },
}

/** So many members are needed; of several figures one is enough. None: no number is asked for. */
export interface FoundingMinimum {
  /** 个人会员. */
  persons?: number
  /** 单位会员: employers and units. */
  units?: number
  /** Both together. */
  together?: number
}

/** 筹建办法: how units of some types are founded. It is data (domain (b)): other deadlines and papers are another row. */
export interface FoundingKind {
  code: string
  unitTypes: string[]
  steps: FoundingStep[]
  /** Calendar days from the step before; the preparation as a whole has those of the application. */
  days: Partial<Record<FoundingStep, number>>
  /** Papers that the application needs, codes. */
  papers: string[]
  /** The levels that decide, from below, the last one replies: the first of these lists that the unit's place has. */
  reviewed: Level[][]
  minimum?: FoundingMinimum
  /** Where it is founded jointly or by industry. */
  jointMinimum?: FoundingMinimum
  /** The part of those entitled that the founding meeting needs; absent: it has none. */
  quorum?: { share: number; of: number }
}

/** 申请材料: a paper that an application may need. */
export interface FoundingPaperKind {
  code: string
  zh: string
  en: string
}

/** All kinds. */
export const foundingKinds = kinds as readonly FoundingKind[]
/** All papers that some kind asks for. */
export const foundingPapers: readonly FoundingPaperKind[] = papers

const byType = new Map(foundingKinds.flatMap((kind) => kind.unitTypes.map((type) => [type, kind] as const)))

/** How units of a type are founded; undefined: not by this chain (the city association itself). */
export function foundingKindOf(unitType: string): FoundingKind | undefined {
  return byType.get(builtInTypeOf(unitType))
}

/** How many members a founding needs. Who founds for many has to bring more than one (N2.3d). */
export function minimumOf(kind: FoundingKind, mode: FormationMode): FoundingMinimum {
  const isJoint = mode === 'JOINT_BY_AREA' || mode === 'BY_INDUSTRY'
  return (isJoint ? kind.jointMinimum : undefined) ?? kind.minimum ?? {}
}
