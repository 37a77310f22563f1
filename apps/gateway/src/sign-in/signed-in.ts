import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Begun, SignedIn } from '../sessions/membership-client'
import { sessionCookie } from '../sessions/request-session'

/** Who has signed in, as a page or a script is told. */
export interface SignedInNow {
  account: SignedIn
  mustChangePassword: boolean
  session: string
}

/** Gives a browser the cookie of the session that has begun. */
export function signedIn({ session, account }: Begun, { headers }: FastifyRequest, reply: FastifyReply): SignedInNow {
  reply.header('set-cookie', sessionCookie(session, headers))
  return { account, mustChangePassword: account.mustChangePassword, session }
}
