/** The page that accepts an invitation. */
export const INVITATION_PAGE = '/invitation'

/** A password has at least so many characters; which are too easily guessed the service says. */
export const SHORTEST_PASSWORD = 12

/** The link that opens an invitation. Its secret stands behind the `#`, which no browser sends to a server or writes into a log. */
export function invitationLink(secret: string, origin = location.origin): string {
  return `${origin}${INVITATION_PAGE}#${secret}`
}

/** The secret behind the `#` of an address; null: there is none. */
export function secretIn(hash: string): string | null {
  const secret = hash.replace(/^#/, '').trim()
  return secret === '' ? null : secret
}

/** What is wrong with a new password that was typed twice; null: nothing, or nothing was typed yet. */
export function faultOf(next: string, again: string): 'tooShort' | 'differ' | null {
  // Counted as the service counts: a character is one, however it is stored.
  if (next !== '' && [...next].length < SHORTEST_PASSWORD) return 'tooShort'
  return again !== '' && again !== next ? 'differ' : null
}

/** An invitation on its way from the form to the account's page: carried by the step between them, kept nowhere. */
export interface Carried {
  accountId: string
  invitation: string
}

/** The invitation that was carried to the page of this account; null: none was. */
export function carriedTo(accountId: string, state: unknown): string | null {
  const { invitation, accountId: whose } = (state ?? {}) as Partial<Carried>
  return whose === accountId && typeof invitation === 'string' ? invitation : null
}
