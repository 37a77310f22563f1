import { chosenLanguage } from '../language/languages'

/** Who is signed in, as the gateway says it. */
export interface Account {
  name: string
  roles: string[]
  mustChangePassword: boolean
}

/** Why a sign-in or a new password was refused. */
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

/** Who the cookie stands for; null: nobody. */
export async function readSession(): Promise<Account | null> {
  if (localStorage.getItem(SIGNED_IN) === null) return null
  const answer = await fetch('/session', { headers: headers() })
  if (answer.status === 401) return null
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to /session`)
  return accountOf(await answer.json())
}

/** Signs in; the gateway sets the cookie. */
export async function signIn(account: string, password: string): Promise<Refused | null> {
  const refused = await post('/sign-in', { account, password })
  if (!refused) localStorage.setItem(SIGNED_IN, account)
  return refused
}

/** Changes the password of the account that is signed in. */
export const changePassword = (old: string, next: string): Promise<Refused | null> => post('/password', { old, new: next })

/** Ends the session on this machine. */
export async function signOut(): Promise<Refused | null> {
  localStorage.removeItem(SIGNED_IN)
  return post('/sign-out', {})
}

const headers = () => ({ accept: 'application/json', 'accept-language': chosenLanguage() })

async function post(path: string, body: object): Promise<Refused | null> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.ok ? null : refusedOf(answer.status, await answer.json().catch(() => null))
}

function refusedOf(status: number, body: unknown): Refused {
  const { error } = (body ?? {}) as { error?: Partial<Refused> }
  return { code: error?.code ?? `HTTP_${status}`, message: error?.message ?? '', field: error?.field ?? null, hint: error?.hint ?? null }
}

function accountOf(body: unknown): Account {
  const { account } = body as { account: Account }
  return account
}
