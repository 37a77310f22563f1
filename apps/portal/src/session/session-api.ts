import { chosenLanguage } from '../language/languages'

/** Who is signed in, as the gateway says it. */
export interface Account {
  id: string
  name: string
  roles: string[]
  /** What it may do today, somewhere. Nothing else is offered; what counts in the end is the graph's answer. */
  verbs: string[]
  mustChangePassword: boolean
  /** It lets others in, runs the system or looks at whole numbers, and has to enrol a second factor before anything else. */
  mustEnrol: boolean
  /** When a session of it was ended because its key was used twice; null: never, or that was read. */
  keyUsedTwiceAt: string | null
}

/** Whom an invitation is for. */
export interface Invited {
  name: string
  holder: string
}

/** Why a sign-in, a new password or an invitation was refused. */
export interface Refused {
  code: string
  message: string
  field: string | null
  hint: string | null
}

/**
 * Set while this browser has signed in and not out. The cookie itself cannot be seen from here, and to ask without one
 * would only be refused.
 */
const SIGNED_IN = 'sizhang.signed-in'

/** This browser has the cookie of a session from now on. */
export function keepSignedIn(account: string): void {
  localStorage.setItem(SIGNED_IN, account)
}

/** Who the cookie stands for; null: nobody. */
export async function readSession(): Promise<Account | null> {
  if (localStorage.getItem(SIGNED_IN) === null) return null
  const answer = await fetch('/session', { headers: headers() })
  if (answer.status === 401) return null
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to /session`)
  return accountOf(await answer.json())
}

/** Signs in; the gateway sets the cookie. Where a code is asked for, too, the answer is what it is asked with. */
export async function signIn(account: string, password: string): Promise<Refused | { challenge: string } | null> {
  const answer = await send('/sign-in', { account, password })
  if (!answer.ok) return refusalIn(answer)
  const { challenge } = (await answer.json()) as { challenge?: string }
  if (challenge) return { challenge }
  keepSignedIn(account)
  return null
}

/** The code that was asked for; the gateway sets the cookie. */
export async function meetChallenge(account: string, challenge: string, code: string): Promise<Refused | null> {
  const refused = await post('/sign-in/code', { challenge, code })
  if (!refused) keepSignedIn(account)
  return refused
}

/** Changes the password of the account that is signed in. */
export const changePassword = (old: string, next: string): Promise<Refused | null> => post('/password', { old, new: next })

/** Whom the invitation with this secret is for. */
export const readInvitation = (invitation: string): Promise<Invited | Refused> => ask<Invited>('/invitation', { invitation })

/** Chooses the password of the account that the invitation is for; afterwards it holds no more. */
export const acceptInvitation = (invitation: string, next: string): Promise<Refused | null> =>
  post('/invitation/accept', { invitation, new: next })

/** Ends the session on this machine. */
export async function signOut(): Promise<Refused | null> {
  localStorage.removeItem(SIGNED_IN)
  return post('/sign-out', {})
}

const headers = () => ({ accept: 'application/json', 'accept-language': chosenLanguage() })

function send(path: string, body: object): Promise<Response> {
  const said = { ...headers(), 'content-type': 'application/json' }
  return fetch(path, { method: 'POST', headers: said, body: JSON.stringify(body) })
}

/** What a route of the gateway answers to this body, or why it refuses. */
export async function ask<Answer>(path: string, body: object): Promise<Answer | Refused> {
  const answer = await send(path, body)
  return answer.ok ? ((await answer.json()) as Answer) : refusalIn(answer)
}

/** What a route of the gateway tells the one who is signed in. Throws where it does not. */
export async function read<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(path, { headers: headers() })
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to ${path}`)
  return (await answer.json()) as Answer
}

/** Has a route of the gateway do something; null: it is done. */
export async function post(path: string, body: object): Promise<Refused | null> {
  const answer = await send(path, body)
  return answer.ok ? null : refusalIn(answer)
}

async function refusalIn(answer: Response): Promise<Refused> {
  const { status } = answer
  const { error } = ((await answer.json().catch(() => null)) ?? {}) as { error?: Partial<Refused> }
  return { code: error?.code ?? `HTTP_${status}`, message: error?.message ?? '', field: error?.field ?? null, hint: error?.hint ?? null }
}

function accountOf(body: unknown): Account {
  const { account } = body as { account: Account }
  return account
}
