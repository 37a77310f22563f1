import { Injectable } from '@nestjs/common'
import { Calendar, type Caller, type Command, type Written } from '@sizhang/service-kit'
import { AccessesStore } from '../accesses/accesses.store'
import { AccountsStore } from '../accounts/accounts.store'
import type { Giving } from '../grants/grants.domain'
import { AppointmentsStore } from '../appointments/appointments.store'
import { PersonsStore, type KeptPerson } from '../persons/persons.store'
import { eraseAccount, erasePerson } from './erasures.domain'

/** What an erasure reaches: the person, the accounts and the reasons of looks. */
@Injectable()
export class Erasures {
  constructor(
    private readonly persons: PersonsStore,
    private readonly appointments: AppointmentsStore,
    private readonly accounts: AccountsStore,
    private readonly accesses: AccessesStore,
    private readonly calendar: Calendar,
  ) {}

  /** All that an officer decides by, where he may erase. */
  async before(personId: string, caller: Caller) {
    const person = await this.persons.changeable(personId, caller, 'persons.erase')
    const posts = await this.appointments.heldBy(person._id)
    const accounts = await this.accounts.ofPerson(person._id)
    return { person, posts, accounts, today: this.calendar.today() }
  }

  /**
   * Erases a person. All is checked first; the person's own record comes last, so that the same command, sent again after a crash, finishes
   * what was begun, and the fact tells that everything is gone.
   */
  async erase(personId: string, caller: Caller, command: Command, ground: string): Promise<Written<KeptPerson>> {
    const { person, posts, accounts, today } = await this.before(personId, caller)
    const giving: Giving = { giver: { accountId: caller.accountId, grants: caller.grants }, today }
    if (!person.erased) {
      erasePerson(person, ground, { posts, today })
      for (const account of accounts) eraseAccount(account, account._id, giving)
      for (const { _id } of accounts) await this.accounts.forget(_id, caller, command, (account) => eraseAccount(account, _id, giving))
      await this.accesses.forgetReasons(personId)
    }
    const erased = await this.persons.correct(personId, caller, { ...command, right: 'persons.erase', forgets: true }, (known) =>
      erasePerson(known, ground, { posts, today }),
    )
    // Who looked while it was under way has left a reason after the first time.
    await this.accesses.forgetReasons(personId)
    return erased
  }
}
