import { refusalCatalogue, Rejected, type RefusalCode } from '@sizhang/service-kit'
import { z } from 'zod'
import { ServiceAway, type Services } from '../composition/services'

const account = z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()), mustChangePassword: z.boolean() })
const begun = z.object({ session: z.string(), account })
const exchanged = z.object({ token: z.string(), account })
const refused = z.object({
  error: z.looseObject({ code: z.string(), field: z.string().nullish(), details: z.record(z.string(), z.unknown()).nullish() }),
})

/** Who is signed in. */
export type SignedIn = z.output<typeof account>

/** Sign-in and sessions belong to membership; this is how the gateway asks for them. A refusal of membership is thrown as it came. */
export class MembershipClient {
  constructor(private readonly services: Services) {}

  async signIn(credentials: { account: string; password: string }): Promise<z.output<typeof begun>> {
    return begun.parse(await this.ask('POST', '/sessions', credentials))
  }

  /** The session for a caller token of five minutes. */
  async exchange(session: string): Promise<z.output<typeof exchanged>> {
    return exchanged.parse(await this.ask('POST', '/sessions/exchange', { session }))
  }

  async signOut(session: string): Promise<void> {
    await this.ask('DELETE', '/sessions', { session })
  }

  async changePassword(change: { session: string; old: string; new: string }): Promise<void> {
    await this.ask('POST', '/password', change)
  }

  private async ask(method: 'POST' | 'DELETE', path: string, body: object): Promise<unknown> {
    const answer = await this.services.exchange('membership', method, path, { body }).catch((error: unknown) => {
      if (error instanceof ServiceAway) throw new Rejected('UNAVAILABLE', { service: 'membership' })
      throw error
    })
    if (answer.status < 300) return answer.body
    const refusal = refused.safeParse(answer.body)
    if (!refusal.success) throw new Rejected('UNAVAILABLE', { service: 'membership' })
    const { code, field, details } = refusal.data.error
    throw new Rejected(isKnown(code) ? code : 'UNAVAILABLE', { ...details, ...(field && { field }) })
  }
}

function isKnown(code: string): code is RefusalCode {
  return code in refusalCatalogue
}
