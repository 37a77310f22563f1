import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import { Rejected } from '@sizhang/service-kit'

const COOKIE = 'sizhang-session'
/** Behind TLS: a browser takes a cookie of such a name from this very host alone, and for all of its paths. */
const SECURE = '__Host-'
/** What a browser on its way to the identity provider and back keeps meanwhile. */
const FLOW_COOKIE = 'sizhang-identity-flow'
const FLOW_LASTS_SECONDS = 600
const LONGEST = 2_000

/** The session that a request brings: a script’s bearer, or a browser’s cookie. */
export function sessionIn(headers: IncomingHttpHeaders): string | undefined {
  const { authorization } = headers
  const session = authorization?.startsWith('Bearer ') ? authorization.slice(7) : cookieIn(headers, COOKIE)
  return session && session.length <= LONGEST ? session : undefined
}

/** The flow with which a browser comes back from the identity provider. */
export function flowIn(headers: IncomingHttpHeaders): string | undefined {
  return cookieIn(headers, FLOW_COOKIE)
}

/** Whether the session comes with a browser's cookie, which can be given another value. */
export function isByCookie({ authorization }: IncomingHttpHeaders): boolean {
  return !authorization?.startsWith('Bearer ')
}

/** The cookie that keeps a session in a browser: out of reach of scripts and of other sites; without one it takes the cookie away. */
export function sessionCookie(session: string | undefined, headers: IncomingHttpHeaders): string {
  return cookie(COOKIE, session ?? '', headers, session === undefined ? 0 : undefined)
}

/** The cookie of a flow, which lasts ten minutes: the portal's own page sends it back, so it need not come along from the provider's. */
export function flowCookie(flow: string | undefined, headers: IncomingHttpHeaders): string {
  return cookie(FLOW_COOKIE, flow ?? '', headers, flow === undefined ? 0 : FLOW_LASTS_SECONDS)
}

function cookie(name: string, value: string, headers: IncomingHttpHeaders, maxAge: number | undefined): string {
  const secure = isSecure(headers)
  return fastifyCookie.serialize(secure ? SECURE + name : name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    ...(maxAge !== undefined && { maxAge }),
  })
}

function cookieIn(headers: IncomingHttpHeaders, name: string): string | undefined {
  return headers.cookie && fastifyCookie.parse(headers.cookie)[isSecure(headers) ? SECURE + name : name]
}

/** Whether the browser speaks TLS, to a proxy before this process. */
function isSecure(headers: IncomingHttpHeaders): boolean {
  return headers['x-forwarded-proto'] === 'https'
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
