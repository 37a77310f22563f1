import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import { Rejected } from '@sizhang/service-kit'

const COOKIE = 'sizhang-session'
const LONGEST = 2_000

/** The session that a request brings: a script’s bearer, or a browser’s cookie. */
export function sessionIn({ authorization, cookie }: IncomingHttpHeaders): string | undefined {
  const session = authorization?.startsWith('Bearer ') ? authorization.slice(7) : cookie && fastifyCookie.parse(cookie)[COOKIE]
  return session && session.length <= LONGEST ? session : undefined
}

/** The cookie that keeps a session in a browser: out of reach of scripts and of other sites; without one it takes the cookie away. */
export function sessionCookie(session: string | undefined, secure: boolean): string {
  const gone = session === undefined ? { maxAge: 0 } : {}
  return fastifyCookie.serialize(COOKIE, session ?? '', { path: '/', httpOnly: true, sameSite: 'strict', secure, ...gone })
}

/**
 * Refuses what another site makes a browser send: a browser names the page's origin, and it must be this host; scripts name none.
 * Together with SameSite=Strict and JSON alone, no other page acts in somebody's name.
 */
export function refuseForeignOrigin({ origin, host }: IncomingHttpHeaders): void {
  if (origin === undefined) return
  const from = URL.canParse(origin) ? new URL(origin).host : origin
  if (from !== host) throw new Rejected('ORIGIN_FOREIGN', { value: origin.slice(0, 200) })
}
