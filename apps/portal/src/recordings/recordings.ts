import { FEN_PER_YUAN, MONEY } from '../activities/activities'
import { instantOf, momentOf } from '../date/instants'
import type { ActivityRecordFragment, RecordActivityInput, RecordingChoicesFragment, RecordingTypeFragment } from '../graph.generated'

/** What is filled in of an activity. */
export interface Recording {
  department: string | null
  type: string | null
  title: string
  hostIds: string[]
  coHostIds: string[]
  ledById: string | null
  placeKind: string | null
  place: string
  /** Undefined: the area of the first host; null: none, such as on line. */
  areaCode: string | null | undefined
  /** Moments in Asia/Shanghai. */
  startsAt: string | null
  endsAt: string | null
  /** By code, as typed: money in yuan. */
  figures: Record<string, number | null>
}

/** An empty form, with the unit and the type that a link gives. */
export function blankRecording(choices: RecordingChoicesFragment, unit: string | null, typeCode: string | null): Recording {
  const type = typeOf(choices, typeCode)
  return {
    department: type?.department ?? null,
    type: type?.code ?? null,
    title: '',
    hostIds: unit ? [unit] : [],
    coHostIds: [],
    ledById: null,
    placeKind: null,
    place: '',
    areaCode: undefined,
    startsAt: null,
    endsAt: null,
    figures: {},
  }
}

/** A record as the form shows it. */
export function recordingOf(activity: ActivityRecordFragment): Recording {
  const inYuan = new Set(activity.type.figures.filter(({ unit }) => unit === MONEY).map(({ code }) => code))
  return {
    department: activity.type.department,
    type: activity.type.code,
    title: activity.title,
    hostIds: activity.hosts.flatMap((host) => host?.id ?? []),
    coHostIds: activity.coHosts.flatMap((host) => host?.id ?? []),
    ledById: activity.ledBy?.id ?? null,
    placeKind: activity.placeKind.code,
    place: activity.place ?? '',
    areaCode: activity.area?.code ?? null,
    startsAt: momentOf(activity.startsAt),
    endsAt: momentOf(activity.endsAt),
    figures: Object.fromEntries(activity.figures.map(({ code, value }) => [code, inYuan.has(code) ? value / FEN_PER_YUAN : value])),
  }
}

/** The type of a code, from whichever pack. */
export function typeOf({ departments }: RecordingChoicesFragment, code: string | null): RecordingTypeFragment | undefined {
  return departments.flatMap(({ activityTypes }) => activityTypes).find((type) => type.code === code)
}

/** What the command cannot be sent without and is not filled in yet, by the names of the fields. */
export function missingOf(recording: Recording, type: RecordingTypeFragment | undefined): string[] {
  const { title, hostIds, placeKind, startsAt, endsAt } = recording
  const given = {
    type: type !== undefined,
    title: title.trim() !== '',
    hosts: hostIds.length > 0,
    startsAt: startsAt !== null,
    endsAt: endsAt !== null,
    placeKind: type?.placeKinds.some(({ code }) => code === placeKind) ?? false,
  }
  return Object.entries(given).flatMap(([name, there]) => (there ? [] : [name]))
}

/** The command; null while something is missing that it cannot be sent without. Figures are checked by the pack's rules. */
export function inputOf(
  recording: Recording,
  type: RecordingTypeFragment | undefined,
  hostArea: string | null,
): RecordActivityInput | null {
  const { title, hostIds, coHostIds, ledById, placeKind, place, areaCode, startsAt, endsAt, figures } = recording
  if (!type || !placeKind || !startsAt || !endsAt || missingOf(recording, type).length > 0) return null
  return {
    title: title.trim(),
    type: type.code,
    hostIds,
    coHostIds,
    ledById,
    place: place.trim() || null,
    placeKind,
    areaCode: areaCode === undefined ? hostArea : areaCode,
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    figures: type.figures.flatMap(({ code, unit }) => {
      const value = figures[code] ?? null
      return value === null ? [] : [{ code, value: unit === MONEY ? Math.round(value * FEN_PER_YUAN) : value }]
    }),
  }
}
