import type { AccountRowFragment, GrantLineFragment } from '../graph.generated'

/** What an account was granted by hand and by its seats, and holds on the day looked at. */
export function grantsHeld<Grant extends Pick<GrantLineFragment, 'holds'>>({
  grants,
  seatGrants,
}: Record<'grants' | 'seatGrants', readonly Grant[]>): { grant: Grant; bySeat: boolean }[] {
  const all = [...grants.map((grant) => ({ grant, bySeat: false })), ...seatGrants.map((grant) => ({ grant, bySeat: true }))]
  return all.filter(({ grant }) => grant.holds)
}

/** What is to be said of an invitation: until when it can be accepted, that nobody accepted it in time, or nothing. */
export function invitationOf({ state, invitedUntil }: Pick<AccountRowFragment, 'state' | 'invitedUntil'>): string | 'EXPIRED' | null {
  return invitedUntil ?? (state === 'INVITED' ? 'EXPIRED' : null)
}
