import { Injectable } from '@nestjs/common'
import { Calendar } from '@sizhang/service-kit'
import { auditsItself, seatGrant } from '@sizhang/service-kit/rights'
import type { Account, GivenGrant } from '../accounts/account.domain'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import { AppointmentsStore } from '../appointments/appointments.store'
import { KnownSeatsStore } from '../appointments/known-seats.store'
import { delegatedGrants } from '../delegations/delegations.domain'
import { openGrants } from './grants.domain'

/**
 * A grant as somebody has it at this moment, past and to come, and what it comes from: the id is that of the grant, the appointment or the
 * delegation. Delegations that are over are none.
 */
export type HeldGrant = GivenGrant & { origin: 'GRANT' | 'SEAT' | 'DELEGATION' }

/** What an account was granted: by hand, by the seats of its person, and by those in whose place it acts. */
@Injectable()
export class HeldGrants {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly appointments: AppointmentsStore,
    private readonly seats: KnownSeatsStore,
    private readonly calendar: Calendar,
  ) {}

  /** All of them. An auditor's seats and delegations give him nothing that he would have to audit. */
  async of(account: StoredAccount): Promise<HeldGrant[]> {
    const own = await this.ownOf(account)
    const held = [...own, ...(await this.delegatedTo(account))]
    return auditsItself(held, this.calendar.today()) ? byHand(account) : held
  }

  /** Without what others delegated: what the account itself can have done in its place. */
  async ownOf(account: StoredAccount): Promise<HeldGrant[]> {
    const [bySeats = []] = account.personId ? await this.bySeats([account.personId]) : []
    return [...byHand(account), ...this.takenBy(account, bySeats)]
  }

  /** The same of several accounts by id, each asked for once. A closed account has nothing, and lets nobody do anything. */
  async ownOfAll(ids: readonly string[]): Promise<Map<string, HeldGrant[]>> {
    if (ids.length === 0) return new Map()
    const open = (await this.accounts.ofIds([...new Set(ids)])).filter(({ closed }) => !closed)
    return new Map(await Promise.all(open.map(async (account) => [account._id, await this.ownOf(account)] as const)))
  }

  /** What the seats of persons give to whoever holds them, person by person. */
  async bySeats(personIds: readonly string[]): Promise<HeldGrant[][]> {
    const held = await this.appointments.heldBy(...personIds)
    const seats = new Map((await this.seats.findMany(held.map(({ seatId }) => seatId))).map((seat) => [seat.seatId, seat]))
    const grants = held.flatMap(({ id, personId, seatId, from, until }) => {
      const seat = seats.get(seatId)
      const grant = seat?.role && seatGrant(seat.role, seat, { from, until })
      return grant ? [{ personId, grant: { ...grant, path: [...grant.path], id, givenBy: null, origin: 'SEAT' as const } }] : []
    })
    return personIds.map((id) => grants.flatMap(({ personId, grant }) => (personId === id ? [grant] : [])))
  }

  /** Of what its seats give what an account takes: an auditor's give him nothing that he would have to audit. */
  takenBy(account: Pick<Account, 'grants'>, bySeats: readonly HeldGrant[]): HeldGrant[] {
    return auditsItself([...byHand(account), ...bySeats], this.calendar.today()) ? [] : [...bySeats]
  }

  /** What others let the account do, as far as they may do it themselves at this moment. */
  private async delegatedTo({ delegations = [] }: StoredAccount): Promise<HeldGrant[]> {
    const open = openGrants(delegations, this.calendar.today())
    const own = await this.ownOfAll(open.map(({ by }) => by))
    // What has shrunk to several parts is told apart by their numbers.
    return open.flatMap((delegation) =>
      delegatedGrants(delegation, own.get(delegation.by) ?? []).map((grant, place) => ({
        ...grant,
        id: place === 0 ? delegation.id : `${delegation.id}.${place}`,
        givenBy: delegation.by,
        origin: 'DELEGATION' as const,
      })),
    )
  }
}

function byHand({ grants }: Pick<Account, 'grants'>): HeldGrant[] {
  return grants.map((grant) => ({ ...grant, origin: 'GRANT' }))
}
