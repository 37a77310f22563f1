import { randomUUID } from 'node:crypto'
import { documentOf } from '../rig/commands'
import type { Rig } from '../rig/rig'
import { send } from '../rig/send'
import { callerToken, type Granted } from '../rig/tokens'
import type { Fuzzer } from './fuzz'
import type { Known } from './values'

/** Stands in the names of what lies in the next town, and nowhere else. */
const SECRET = '青禾湾外'
const FROM = '2019-01-01'

/** A secretary of one town, and what the next town has, of which she may learn nothing. */
export interface NextTown {
  secretary: Fuzzer
  /** Ids and areas of the next town. */
  foreign: Known
}

/** Founds an employer, persons with posts, a unit and an activity in the second town of the city. */
export async function nextTown(rig: Rig): Promise<NextTown> {
  const { city } = rig
  const [own = '', town = ''] = city.towns
  const { code = '', placeKind = '', figures = [] } = city.activityTypes[0] ?? {}
  const make = async (name: string, input: Record<string, unknown>): Promise<string> => {
    const { data, errors } = await send(rig, documentOf(name), { commandId: randomUUID(), input })
    const entity = Object.values(data?.[name] ?? {}).find((value) => typeof value === 'object') as { id: string } | undefined
    if (!entity) throw new Error(`${name}: ${JSON.stringify(errors)}`)
    return entity.id
  }
  const employer = await make('registerEmployer', { name: `${SECRET}公司`, kind: 'tech-firm', level: 'TOWN', areaCode: town, from: FROM })
  const unit = await make('establishUnit', { name: `${SECRET}科协`, type: 'ENTERPRISE', parentId: city.units[1], from: '2020-01-01' })
  const person = await make('registerPerson', { name: `${SECRET}甲` })
  const seats = city.seats.slice(4, 8)
  const post = { personId: person, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' }
  const appointment = await make('makeAppointment', { ...post, seatId: seats[0] })
  const activity = await make('recordActivity', {
    title: `${SECRET}讲座`,
    type: code,
    hostIds: [city.units[1]],
    placeKind,
    startsAt: '2025-05-01T08:00:00+08:00',
    endsAt: '2025-05-01T10:00:00+08:00',
    figures: figures.map((figure) => ({ code: figure, value: 7 })),
  })
  const ids = [employer, unit, person, appointment, activity, ...seats, city.units[1] ?? '', city.bodies[1] ?? '']
  const within = { kind: 'AREA', code: own } as const
  const grants: Granted[] = ['TOWN_SECRETARY', 'ANALYST'].map((role) => ({ role, within, from: '2018-01-01', until: null }))
  const token = () => callerToken(rig.settings.secrets.callerSigningKey, grants)
  return { secretary: { name: 'secretary', token, secret: SECRET }, foreign: { ids, areas: [town], codes: [SECRET.slice(0, 2)] } }
}
