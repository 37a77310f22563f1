import type { Language } from '../refusals'
import type { Grant, JurisdictionKind } from './grant'
import type { Verb } from './verbs'

/** 角色: what a grant of it lets do. Who has it, where and until when, is the grant's to say. */
export interface Role {
  code: string
  name: Record<Language, string>
  verbs: readonly Verb[]
  /** The kinds of jurisdiction that a grant of it may have. */
  jurisdictions: readonly JurisdictionKind[]
}

const NETWORK: readonly Verb[] = [
  ...(['areas.read', 'units.read', 'employers.read', 'conditions.read'] as const),
  ...(['bodies.read', 'appointments.read', 'activities.read'] as const),
]
const SEEN: readonly Verb[] = [...NETWORK, 'foundings.read', 'persons.read', 'figures.read', 'facts.follow']
const PEOPLE: readonly Verb[] = ['persons.write', 'appointments.write']
const FOUNDING: readonly Verb[] = ['foundings.write', 'foundings.review']
/** Scans name people: for those alone who deal with what they prove. */
const PAPERS: readonly Verb[] = ['papers.read', 'papers.write']
const ORGANISING: readonly Verb[] = [
  ...(['units.write', ...FOUNDING, 'conditions.write'] as const),
  ...(['bodies.write', 'employers.write', 'pilots.record', ...PAPERS] as const),
]
/** The city association designates; each of its departments the pilots of the categories that it follows (A2). */
const PILOTS: readonly Verb[] = ['pilots.record', 'pilots.designate']
const CLERKS: readonly Verb[] = [...SEEN, ...ORGANISING, ...PEOPLE, 'activities.write']
/** A secretary may let others in, with no more than she may herself. */
const SECRETARIES: readonly Verb[] = [...CLERKS, 'accounts.read', 'accounts.write', 'accesses.read', 'accesses.write']

/** New lists of areas are the city's. */
const AREAS: readonly Verb[] = ['areas.write', 'area-proposals.read', 'area-proposals.write']

/** Children take part in contests and activities for the young: nobody else has to do with their data (PIPL Art.31). */
const MINORS: readonly Verb[] = ['persons.minors', 'accesses.approve']

/**
 * The roles, from the city down. Officers of the city association are named after its departments, each of which follows pilots of its
 * categories (A2).
 */
export const roles = [
  {
    code: 'CITY_ADMINISTRATOR',
    name: { zh: '市科协管理员', en: 'City administrator' },
    verbs: [...SECRETARIES, ...MINORS, ...PILOTS, ...AREAS, 'persons.erase', 'graph.ask', 'operation.read', 'operation.write'],
    jurisdictions: ['EVERYWHERE'],
  },
  {
    code: 'GENERAL_OFFICE_OFFICER',
    name: { zh: '办公室干事', en: 'Officer of the general office' },
    verbs: [...CLERKS, ...PILOTS],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  {
    code: 'POPULARISATION_OFFICER',
    name: { zh: '科普部干事', en: 'Officer of the department of popularisation' },
    verbs: [...SEEN, ...PEOPLE, ...MINORS, ...PILOTS, 'accesses.read', 'employers.write', 'activities.write'],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  {
    code: 'SOCIETIES_OFFICER',
    name: { zh: '学会部干事', en: 'Officer of the department of societies' },
    verbs: [...CLERKS, ...PILOTS],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  {
    code: 'INTERNATIONAL_OFFICER',
    name: { zh: '国际部干事', en: 'Officer of the international department' },
    verbs: [...SEEN, ...PILOTS, 'activities.write'],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  {
    code: 'COUNTY_SECRETARY',
    name: { zh: '县级科协秘书', en: 'County secretary' },
    verbs: [...SECRETARIES, 'persons.erase'],
    jurisdictions: ['AREA'],
  },
  { code: 'TOWN_SECRETARY', name: { zh: '乡镇（街道）科协秘书', en: 'Town secretary' }, verbs: SECRETARIES, jurisdictions: ['AREA'] },
  {
    code: 'VILLAGE_SECRETARY',
    name: { zh: '村（社区）科协秘书', en: 'Village secretary' },
    verbs: [...SEEN, ...PEOPLE, ...PAPERS, 'foundings.write', 'conditions.write', 'bodies.write', 'pilots.record', 'activities.write'],
    jurisdictions: ['AREA'],
  },
  {
    code: 'UNIT_CLERK',
    name: { zh: '组织经办人', en: 'Unit clerk' },
    verbs: [
      ...(['persons.read', 'conditions.write', 'bodies.write', 'pilots.record', 'appointments.write', 'activities.write'] as const),
      ...NETWORK,
      ...PAPERS,
    ],
    jurisdictions: ['UNIT'],
  },
  {
    code: 'DEPARTMENT_LINE_HEAD',
    name: { zh: '条线负责人', en: 'Head of a department line' },
    verbs: [...NETWORK, 'persons.read', 'figures.read'],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  { code: 'SEAT_HOLDER', name: { zh: '任职者', en: 'Seat holder' }, verbs: [...NETWORK, 'persons.read'], jurisdictions: ['UNIT'] },
  {
    code: 'MEMBER',
    name: { zh: '会员', en: 'Member' },
    verbs: ['areas.read', 'units.read', 'bodies.read', 'activities.read'],
    jurisdictions: ['UNIT', 'AREA'],
  },
  {
    code: 'ANALYST',
    name: { zh: '分析员', en: 'Analyst' },
    verbs: [...NETWORK.filter((verb) => verb !== 'appointments.read'), 'figures.read', 'facts.follow', 'graph.ask'],
    jurisdictions: ['EVERYWHERE', 'AREA'],
  },
  {
    code: 'OPERATOR',
    name: { zh: '运维人员', en: 'Operator' },
    verbs: ['graph.ask', 'operation.read', 'operation.write'],
    jurisdictions: ['EVERYWHERE'],
  },
  {
    code: 'AUDITOR',
    name: { zh: '审计员', en: 'Auditor' },
    verbs: ['areas.read', 'units.read', 'bodies.read', 'accounts.read', 'accesses.read', 'audit.read'],
    jurisdictions: ['EVERYWHERE'],
  },
] as const satisfies readonly Role[]

/** Code of a role. */
export type RoleCode = (typeof roles)[number]['code']

/** Who may do one of these lets others in, or works on the running system. */
const ADMINISTRATING: readonly Verb[] = ['accounts.write', 'operation.write']
/** What nobody does in the place of another: let others in, run the system, and be the second person whom an approval takes. */
const NEVER_DELEGATED: readonly Verb[] = [...ADMINISTRATING, 'accesses.approve']

const byCode: ReadonlyMap<string, Role> = new Map(roles.map((role) => [role.code, role]))
const verbsByCode: ReadonlyMap<string, ReadonlySet<Verb>> = new Map(roles.map(({ code, verbs }) => [code, new Set<Verb>(verbs)]))

/** A role by its code; undefined: the catalogue has none of that code. */
export function roleOf(code: string): Role | undefined {
  return byCode.get(code)
}

/** Whether a role lets do something. A code that this release does not know lets do nothing. */
export function gives(code: string, verb: Verb): boolean {
  return verbsByCode.get(code)?.has(verb) ?? false
}

/**
 * Whether a grant lets do something, where and while it holds. Who stands in for somebody lets nobody in, and approves nothing: it could be what that
 * one asked for himself.
 */
export function lets({ role, delegated }: Pick<Grant, 'role' | 'delegated'>, verb: Verb): boolean {
  return gives(role, verb) && !(delegated && NEVER_DELEGATED.includes(verb))
}

/** Whether one of the verbs lets others in, or works on the running system. */
export function administrates(verbs: readonly string[]): boolean {
  return ADMINISTRATING.some((verb) => verbs.includes(verb))
}
