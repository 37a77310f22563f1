import type { Stack } from './stack'

const PASSWORD = 'a password of its own'

/** Signs the administrator in for the first time, who then chooses a password of his own; answers his session. */
export async function administratorSession({
  gateway,
  administrator: { account, password },
}: Pick<Stack, 'gateway' | 'administrator'>): Promise<string> {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(gateway + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const signedIn = await post('/sign-in', { account, password })
  const { session } = (await signedIn.json()) as { session?: string }
  if (!session) throw new Error(`no sign-in as ${account}: ${signedIn.status}`)
  const changed = await post('/password', { old: password, new: PASSWORD }, { authorization: `Bearer ${session}` })
  if (!changed.ok) throw new Error(`the first password was not changed: ${changed.status} ${await changed.text()}`)
  return session
}
