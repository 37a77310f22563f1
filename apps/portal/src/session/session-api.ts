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
  hint: string | null
}

/** Who the cookie stands for; null: nobody. */
export async function readSession(): Promise<Account | null> {
  const answer = await fetch('/session', { headers: headers() })
  if (answer.status === 401) return null
  if (!answer.ok) throw new Error(`The gateway answered ${answer.status} to /session`)
  return accountOf(await answer.json())
}

/** Signs in; the gateway sets the cookie. */
export const signIn = (account: string, password: string): Promise<Refused | null> => post('/sign-in', { account, password })

/** Changes the password of the account that is signed in. */
export const changePassword = (old: string, next: string): Promise<Refused | null> => post('/password', { old, new: next })

/** Ends the session on this machine. */
export const signOut = (): Promise<Refused | null> => post('/sign-out', {})

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
  return { code: error?.code ?? `HTTP_${status}`, message: error?.message ?? '', hint: error?.hint ?? null }
}

function accountOf(body: unknown): Account {
  const { account } = body as { account: Account }
  return account
}
