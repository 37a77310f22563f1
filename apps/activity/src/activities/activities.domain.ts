import {
  ActivityCorrected,
  ActivityRecorded,
  ActivityWithdrawn,
  type AreaCode,
  type DataOf,
  type Figure,
  type LocalDate,
} from '@sizhang/contracts'
import type { ActivityType, FigureProblem } from '@sizhang/packs'
import { decided, inForce, localDateOf, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'

type ActivityFact = DataOf<typeof ActivityRecorded>

/** 活动: an activity that was held, as activity keeps it. Title, place and reason stay here; the rest is told as a fact. */
export interface Activity {
  title: string
  activityType: string
  department: string
  packVersion: string
  hosts: ActivityFact['hosts']
  /** The common ancestor of all hosts. */
  path: AreaCode[]
  ledBy: ActivityFact['ledBy']
  place: string | null
  placeKind: string
  areaCode: AreaCode | null
  on: LocalDate
  startsAt: string
  endsAt: string
  figures: Figure[]
  withdrawn: boolean
  withdrawReason: string | null
}

/** What is said of an activity. */
export interface RecordActivity {
  activityId: string
  title: string
  type: string
  hostIds: string[]
  coHostIds?: string[] | null | undefined
  ledById?: string | null | undefined
  place?: string | null | undefined
  placeKind: string
  areaCode?: AreaCode | null | undefined
  startsAt: string
  endsAt: string
  figures: { code: string; value: number }[]
}

/** A post that somebody held from a day to a day. */
export interface PostHeld extends Interval {
  appointmentId: string
  seatId: string
  personId: string
  unitId: string
  /** Where its unit lies; empty: nobody has told yet. */
  path: AreaCode[]
  head: string | null
}

/** A unit that hosted an activity, with where it lay then. */
type Host = Activity['hosts'][number]

/** What the decision has to know of others. */
export interface ActivitySurroundings {
  today: LocalDate
  type: ActivityType | undefined
  figureProblems: readonly FigureProblem[]
  placeKinds: readonly string[]
  units: ReadonlyMap<string, Interval & { path: AreaCode[] }>
  areaKnown: boolean
  /** Whether whoever records it may see a unit. */
  seesUnit: (unit: Pick<Host, 'unitId' | 'path'>) => boolean
  /** Whether he may see a post, and so its days. */
  seesPost: (post: Pick<PostHeld, 'unitId' | 'path'>) => boolean
  /** The post named as leading; null when it is unknown. */
  post: PostHeld | null
}

/** An activity that was held is recorded (N2.2): of a pack's type, with the figures it asks for, hosted by units and led by a post in force that day. */
export function recordActivity(command: RecordActivity, surroundings: ActivitySurroundings): Decision<Activity> {
  const activity = activityOf(command, surroundings)
  return decided(activity, ActivityRecorded.of(factOf(command.activityId, activity)))
}

/**
 * The record is put right, by the same rules; a withdrawn one stays as it is. Hosts that whoever corrects it may not see stay: they could not be
 * named.
 */
export function correctActivity(known: Activity, command: RecordActivity, surroundings: ActivitySurroundings): Decision<Activity> {
  if (known.withdrawn) throw new Rejected('ACTIVITY_WITHDRAWN_ALREADY', { field: 'activityId' })
  const unseen = known.hosts.filter((host) => !surroundings.seesUnit(host))
  const activity = activityOf(command, surroundings, unseen)
  return decided(activity, ActivityCorrected.of(factOf(command.activityId, activity)))
}

/** What is said of a record that counts no more. */
export interface WithdrawActivity {
  activityId: string
  reason: string
}

/** The record counts nowhere any more, from today; once. */
export function withdrawActivity(known: Activity, { activityId, reason }: WithdrawActivity, today: LocalDate): Decision<Activity> {
  if (known.withdrawn) throw new Rejected('ACTIVITY_WITHDRAWN_ALREADY', { field: 'activityId' })
  const withdrawReason = plainText('reason', reason, { min: 2, max: 200 })
  return decided({ ...known, withdrawn: true, withdrawReason }, ActivityWithdrawn.of({ activityId, path: known.path, on: today }))
}

function activityOf(command: RecordActivity, surroundings: ActivitySurroundings, kept: readonly Host[] = []): Activity {
  const { type } = surroundings
  const title = plainText('title', command.title, { min: 2, max: 120 })
  const place = command.place ? plainText('place', command.place, { min: 2, max: 120 }) : null
  if (!type) throw new Rejected('ACTIVITY_TYPE_UNKNOWN', { field: 'type', value: command.type })
  checkPlace(command, type, surroundings)
  const on = dayOf(command, surroundings.today)
  const named = hostsOf(command, on, surroundings)
  const hosts = [...named, ...kept.filter(({ unitId }) => !named.some((host) => host.unitId === unitId))]
  return {
    title,
    activityType: type.code,
    department: type.department,
    packVersion: type.packVersion,
    hosts,
    path: commonPath(hosts.map((host) => host.path)),
    ledBy: leaderOf(command, on, surroundings),
    place,
    placeKind: command.placeKind,
    areaCode: command.areaCode ?? null,
    on,
    startsAt: command.startsAt,
    endsAt: command.endsAt,
    figures: figuresOf(command, type, surroundings.figureProblems),
    withdrawn: false,
    withdrawReason: null,
  }
}

function factOf(activityId: string, activity: Activity): ActivityFact {
  const { title: _t, place: _p, withdrawn: _w, withdrawReason: _r, areaCode: area, placeKind: kind, ...fact } = activity
  return { ...fact, activityId, place: { area, kind } }
}

function dayOf({ startsAt, endsAt }: RecordActivity, today: LocalDate): LocalDate {
  if (Date.parse(endsAt) <= Date.parse(startsAt))
    throw new Rejected('ACTIVITY_ENDS_BEFORE_IT_STARTS', { field: 'endsAt', value: endsAt, startsAt })
  const on = localDateOf(new Date(Date.parse(startsAt)))
  if (on > today) throw new Rejected('ACTIVITY_NOT_HELD_YET', { field: 'startsAt', value: on, today })
  return on
}

function checkPlace({ placeKind, areaCode }: RecordActivity, type: ActivityType, { placeKinds, areaKnown }: ActivitySurroundings): void {
  if (!(type.placeKinds ?? placeKinds).includes(placeKind))
    throw new Rejected('PLACE_KIND_UNKNOWN', { field: 'placeKind', value: placeKind })
  if (areaCode && !areaKnown) throw new Rejected('AREA_UNKNOWN', { field: 'areaCode', value: areaCode })
}

function hostsOf({ hostIds, coHostIds }: RecordActivity, on: LocalDate, { units }: ActivitySurroundings): Host[] {
  const hosts = [...new Set(hostIds)].map((unitId) => ({ unitId, role: 'HOST' as const, field: 'hostIds' }))
  const coHosts = [...new Set(coHostIds ?? [])].filter((unitId) => !hostIds.includes(unitId))
  const all = [...hosts, ...coHosts.map((unitId) => ({ unitId, role: 'CO_HOST' as const, field: 'coHostIds' }))]
  if (hosts.length === 0) throw new Rejected('ACTIVITY_WITHOUT_HOST', { field: 'hostIds' })
  if (all.length > 20) throw new Rejected('ACTIVITY_HOSTS_TOO_MANY', { field: 'coHostIds', value: all.length })
  return all.map(({ unitId, role, field }) => {
    const unit = units.get(unitId)
    if (!unit) throw new Rejected('UNIT_UNKNOWN', { field, value: unitId })
    if (!inForce(unit, on)) throw new Rejected('HOST_NOT_IN_FORCE', { field, value: unitId, on })
    return { unitId, role, path: unit.path }
  })
}

function leaderOf({ ledById }: RecordActivity, on: LocalDate, { post, seesPost }: ActivitySurroundings): Activity['ledBy'] {
  if (!ledById) return null
  if (!post) throw new Rejected('LEADER_UNKNOWN', { field: 'ledById', value: ledById })
  if (!inForce(post, on)) {
    const refused = { field: 'ledById', value: ledById, on }
    if (!seesPost(post)) throw new Rejected('LEADER_NOT_IN_OFFICE_THAT_DAY', refused)
    throw new Rejected('LEADER_NOT_IN_OFFICE', { ...refused, from: post.from, until: post.until })
  }
  const { appointmentId, seatId, personId, head, unitId } = post
  return { appointmentId, seatId, personId, head, unitId }
}

function figuresOf({ figures }: RecordActivity, type: ActivityType, [problem]: readonly FigureProblem[]): Figure[] {
  if (problem) {
    const { code, figure, ...details } = problem
    throw new Rejected(code, { field: `figures.${figure}`, figure, ...details })
  }
  const given = new Map(figures.map(({ code, value }) => [code, value]))
  return type.figures.flatMap(({ code, unit }) => {
    const value = given.get(code)
    return value === undefined ? [] : [{ code, value, unit }]
  })
}

/** The areas that all paths begin with: where an activity of several hosts counts once. */
export function commonPath([first = [], ...others]: readonly (readonly AreaCode[])[]): AreaCode[] {
  const length = first.findIndex((code, place) => others.some((path) => path[place] !== code))
  return length < 0 ? [...first] : first.slice(0, length)
}
