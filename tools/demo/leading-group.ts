import { commandId } from './chance'
import { CITY_UNIT, NOTICE_DAY, NOTICE_PAPER } from './network'

/** An office of the group: its title and rank, and the post at the city association by which its holder has it. */
interface Office {
  title: string
  rank: string
  byPost: string
  /** Who holds it; the office is headed by one of the members. */
  holder: string
}

/** The group that leads the pilots, as the notice's annex prints it (A1): offices and posts are the notice's, the people are the demo's. */
const OFFICES: readonly Office[] = [
  { title: '组长', rank: 'GROUP_LEADER', byPost: '市科协党组书记、主席', holder: 'group/1' },
  { title: '副组长', rank: 'DEPUTY_GROUP_LEADER', byPost: '市科协副主席', holder: 'group/2' },
  { title: '副组长', rank: 'DEPUTY_GROUP_LEADER', byPost: '市科协秘书长', holder: 'group/3' },
  { title: '成员', rank: 'GROUP_MEMBER', byPost: '办公室（组宣部）主任', holder: 'group/4' },
  { title: '成员', rank: 'GROUP_MEMBER', byPost: '科普部部长', holder: 'group/5' },
  { title: '成员', rank: 'GROUP_MEMBER', byPost: '学会部部长', holder: 'group/6' },
  { title: '成员', rank: 'GROUP_MEMBER', byPost: '国际部部长', holder: 'group/7' },
  { title: '办公室主任', rank: 'OFFICE_HEAD', byPost: '学会部部长', holder: 'group/6' },
]
const KEY = 'leading-group'
const KINDS = ['PART_TIME_POST']

/** Who sits in the leading group: keys of people. */
export const groupPeople = [...new Set(OFFICES.map(({ holder }) => holder))]

/** How many commands the leading group takes. */
export const GROUP_COMMANDS = 1 + OFFICES.length

/** The command that opens the leading group at the city association on the notice's day. */
export function openGroupOf(idOf: (key: string) => string) {
  const seats = OFFICES.map(({ title, rank, byPost }) => ({ title, rank, kinds: KINDS, byPost }))
  const input = { unitId: idOf(CITY_UNIT), kind: 'working-group', name: '“四+一”基层组织建设试点工作领导小组', from: NOTICE_DAY, seats }
  return { key: KEY, commandId: commandId('openBody', KEY), input }
}

/** The commands that fill its seats, which stand in the order of the offices. */
export function groupAppointmentsOf(seats: readonly { id: string }[], personIdOf: (key: string) => string) {
  return OFFICES.flatMap(({ holder }, place) => {
    const seatId = seats[place]?.id
    if (!seatId) return []
    const key = `${KEY}/${place}`
    const post = { kind: 'PART_TIME_POST', basis: 'APPOINTMENT', paper: NOTICE_PAPER, from: NOTICE_DAY }
    return [{ key, commandId: commandId('makeAppointment', key), input: { seatId, personId: personIdOf(holder), ...post } }]
  })
}
