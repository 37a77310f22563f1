import type { Refused } from '../session/session-api'
import { ask, post, read } from '../session/session-api'

/** What the button of the city's identity provider says; null: there is none. */
export interface Provider {
  name: { zh: string; en: string } | null
}

/** Whether the provider opens the reader's account, since when (ISO 8601), and whether a password does. */
export interface Identity {
  since: string | null
  hasPassword: boolean
}

/** What became of the way to the provider and back, and the page to go on to. */
export type Returned = ({ account: { name: string } } | { challenge: string } | { linked: true }) & { next: string | null }

interface Sent {
  address: string
}

export const readProvider = (): Promise<Provider> => read('/sign-in/provider')

/** The provider's address: to sign in and go on to a page, or to accept an invitation. */
export const askForProvider = (purpose: { next: string } | { invitation: string }): Promise<Sent | Refused> =>
  ask('/sign-in/provider', purpose)

/** The provider's address, to link the reader's account. */
export const askToLink = (password: string): Promise<Sent | Refused> => ask('/identity/link', { password })

/** Brings back the answer of the provider, the query with which it opened the portal's page. Good for one time. */
export const bringBack = (answer: string): Promise<Returned | Refused> => ask('/sign-in/provider/return', { answer })

export const readIdentity = (): Promise<Identity> => read('/identity')

export const unlinkIdentity = (password: string): Promise<Refused | null> => post('/identity/unlink', { password })
