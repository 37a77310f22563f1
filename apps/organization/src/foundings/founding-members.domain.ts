import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { isPreparing, type Founding, type FoundingMember } from './founding-standing.domain'

/** So many members are named by one command, and stand on one list, at most. */
const MOST_AT_ONCE = 100
const MOST_MEMBERS = 2_000

/** Who is to be added, and what is known of them. */
export interface AddFoundingMembers {
  members: readonly FoundingMember[]
  /** Ids of those that are there: persons that are registered, employers, units in force. */
  known: ReadonlySet<string>
}

/** Members or covered units are collected: each once, as long as the group prepares (domain (b), member registration). */
export function addFoundingMembers(founding: Founding, { members, known }: AddFoundingMembers): Decision<Founding> {
  checkPreparing(founding)
  if (members.length === 0 || members.length > MOST_AT_ONCE)
    throw new Rejected('FOUNDING_MEMBERS_OUT_OF_RANGE', { field: 'members', value: members.length, max: MOST_AT_ONCE })
  const listed = new Set(founding.members.map(({ id }) => id))
  for (const { id } of members) {
    if (!known.has(id)) throw new Rejected('FOUNDING_MEMBER_UNKNOWN', { field: 'members', value: id })
    if (listed.has(id)) throw new Rejected('FOUNDING_MEMBER_TWICE', { field: 'members', value: id })
    listed.add(id)
  }
  if (listed.size > MOST_MEMBERS)
    throw new Rejected('FOUNDING_TOO_MANY_MEMBERS', { field: 'members', value: listed.size, max: MOST_MEMBERS })
  return decided({ ...founding, members: [...founding.members, ...members.map(({ kind, id }) => ({ kind, id }))] })
}

/** A member is taken off the list, as long as the group prepares. */
export function removeFoundingMember(founding: Founding, { memberId }: { memberId: string }): Decision<Founding> {
  checkPreparing(founding)
  const members = founding.members.filter(({ id }) => id !== memberId)
  if (members.length === founding.members.length) throw new Rejected('FOUNDING_MEMBER_NOT_LISTED', { field: 'memberId', value: memberId })
  return decided({ ...founding, members })
}

/** After the application the list is what was applied with: it changes only when the application is sent back. */
function checkPreparing(founding: Founding): void {
  if (founding.outcome !== null) throw new Rejected('FOUNDING_OVER', { field: 'foundingId', value: founding.outcome })
  if (!isPreparing(founding)) throw new Rejected('FOUNDING_LIST_CLOSED', { field: 'members', value: founding.members.length })
}
