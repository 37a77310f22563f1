import { Injectable } from '@nestjs/common'
import { Calendar, type SortKey } from '@sizhang/service-kit'
import { roles, type Verb } from '@sizhang/service-kit/rights'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import { AppointmentsStore } from '../appointments/appointments.store'
import { KnownSeatsStore } from '../appointments/known-seats.store'
import { HeldGrants, type HeldGrant } from '../grants/held-grants'
import { explain } from './explain'
import type { Reason } from './explanations.domain'
import type { AskedPlace } from './places'

/** An account that may see something today, and what lets it. */
export interface Seer {
  account: StoredAccount
  reasons: Reason<HeldGrant>[]
}

/** Finds who may see something. The database narrows it down to those who could; the rule of the checks then judges each. */
@Injectable()
export class Seers {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly appointments: AppointmentsStore,
    private readonly seats: KnownSeatsStore,
    private readonly heldGrants: HeldGrants,
    private readonly calendar: Calendar,
  ) {}

  /** So many of them by name, after a name. */
  async list(place: AskedPlace, verb: Verb, after: SortKey | null, limit: number): Promise<Seer[]> {
    const { areas, units } = place
    const today = this.calendar.today()
    const giving: string[] = roles.filter(({ verbs }) => (verbs as readonly Verb[]).includes(verb)).map(({ code }) => code)
    const seatIds = await this.seats.giving(giving, areas, units)
    const personIds = await this.appointments.holdersOf(seatIds, today)
    const could = { roles: giving, areas, units, personIds, today }
    const found: Seer[] = []
    for (let behind = after; ;) {
      const accounts = await this.accounts.whoCould(could, behind, limit)
      for (const account of accounts) {
        const { may, reasons } = await explain(await this.heldGrants.of(account), verb, today, place)
        if (may) found.push({ account, reasons: reasons.filter((reason) => reason.covers && reason.standing === 'HOLDS') })
        if (found.length === limit) return found
      }
      if (accounts.length < limit) return found
      behind = [accounts.at(-1)?.name ?? '']
    }
  }
}
