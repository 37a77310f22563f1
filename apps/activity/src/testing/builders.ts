import { randomUUID } from 'node:crypto'
import type { ActivityType } from '@sizhang/packs'
import type { Activity, ActivitySurroundings, PostHeld, RecordActivity } from '../activities/activities.domain'

/** The day that the tests take for today. */
export const TODAY = '2026-03-31'
/** A street and another of the same county, from the city down. */
export const [STREET, OTHER_STREET] = [
  ['320200', '320205', '320205001'],
  ['320200', '320205', '320205002'],
]
/** The association of each street. */
export const [HOST, CO_HOST] = [randomUUID(), randomUUID()]

/** A free clinic: it asks for two figures, and may be told a third. */
export const FREE_CLINIC: ActivityType = {
  code: 'free-clinic',
  department: 'health',
  packVersion: '2026.1',
  placeKinds: ['community', 'hospital'],
  figures: [
    { code: 'audience', unit: 'person-times', integer: true, required: true },
    { code: 'sessions', unit: 'sessions', integer: true, required: true },
    { code: 'cost', unit: 'fen', integer: true, required: false },
  ],
}

/** A vice-chair's post of 2021 to 2026. */
export function aPost(said: Partial<PostHeld> = {}): PostHeld {
  const holder = {
    appointmentId: randomUUID(),
    seatId: randomUUID(),
    personId: randomUUID(),
    unitId: HOST,
    path: STREET,
    head: 'HOSPITAL_HEAD',
  }
  return { ...holder, from: '2021-06-01', until: '2026-06-01', ...said }
}

/** A free clinic of one morning in the street. */
export function aRecord(said: Partial<RecordActivity> = {}): RecordActivity {
  const figures = [
    { code: 'sessions', value: 1 },
    { code: 'audience', value: 120 },
  ]
  const times = { startsAt: '2026-03-07T09:00:00+08:00', endsAt: '2026-03-07T11:30:00+08:00' }
  return {
    activityId: randomUUID(),
    title: '义诊进社区',
    type: 'free-clinic',
    hostIds: [HOST],
    placeKind: 'community',
    ...times,
    figures,
    ...said,
  }
}

/** What is known of others: both associations in force, every area, no post. */
export function around(said: Partial<ActivitySurroundings> = {}): ActivitySurroundings {
  const units = new Map([
    [HOST, { path: STREET, from: '2018-06-11', until: null }],
    [CO_HOST, { path: OTHER_STREET, from: '2018-06-11', until: '2026-03-08' }],
  ])
  const kinds = { placeKinds: ['community', 'hospital', 'park'], figureProblems: [], areaKnown: true }
  const sight = { seesUnit: () => true, seesPost: () => true }
  return { today: TODAY, type: FREE_CLINIC, units, post: null, ...kinds, ...sight, ...said }
}

/** The free clinic as it is kept. */
export function anActivity(said: Partial<Activity> = {}): Activity {
  return {
    title: '义诊进社区',
    activityType: 'free-clinic',
    department: 'health',
    packVersion: '2026.1',
    hosts: [{ unitId: HOST, role: 'HOST', path: STREET }],
    path: STREET,
    ledBy: null,
    place: null,
    placeKind: 'community',
    areaCode: null,
    on: '2026-03-07',
    startsAt: '2026-03-07T09:00:00+08:00',
    endsAt: '2026-03-07T11:30:00+08:00',
    figures: [
      { code: 'audience', value: 120, unit: 'person-times' },
      { code: 'sessions', value: 1, unit: 'sessions' },
    ],
    withdrawn: false,
    withdrawReason: null,
    ...said,
  }
}
