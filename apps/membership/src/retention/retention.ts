import { randomUUID } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { Audit, Calendar, Database, everywhere, LOGGER, SETTINGS, type Caller, type Logger } from '@sizhang/service-kit'
import { termCodes, type TermCode } from '@sizhang/service-kit/personal-data'
import type { mongo } from 'mongoose'
import { AccessesStore } from '../accesses/accesses.store'
import { AccountsStore } from '../accounts/accounts.store'
import type { MembershipSettings } from '../config'
import { Withdrawals } from '../papers/withdrawals'
import { PersonsStore } from '../persons/persons.store'
import { closeUnopened, keptSince, startOf } from './retention.domain'
import { RetentionRuns, type HeldRun } from './retention-runs'

/** How many of something are due, and of which day the oldest is. */
export interface Due {
  code: TermCode
  count: number
  oldest: LocalDate | Date | null
}

/** Where something with a term stands, and how one finds what is due. */
interface Sought {
  collection: 'accesses' | 'accounts' | 'papers' | 'persons'
  filter: mongo.Filter<mongo.Document>
  /** The field from which its months are counted. */
  dated: string
}

/** What goes by the clock alone: persons do not. */
type GivenUp = Exclude<TermCode, 'INACTIVE_PERSONS'>

const AT_ONCE = 500

/** Gives up what was kept for its time, in batches: what is given up is not found again, so a run that broke off goes on where it stopped. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly runs: RetentionRuns,
    private readonly accesses: AccessesStore,
    private readonly accounts: AccountsStore,
    private readonly persons: PersonsStore,
    private readonly withdrawals: Withdrawals,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** What is due today; nothing is changed. */
  due(): Promise<Due[]> {
    return Promise.all(
      termCodes.map(async (code) => {
        if (code === 'INACTIVE_PERSONS') return this.inactivePersons()
        const { collection, filter, dated } = this.sought(code)
        const documents = this.database.driver.collection(collection)
        const count = await documents.countDocuments(filter)
        const [first] = await documents.find(filter, { sort: { [dated]: 1 }, limit: 1 }).toArray()
        return { code, count, oldest: (valueAt(first, dated) as LocalDate | Date | undefined) ?? null }
      }),
    )
  }

  private async inactivePersons(): Promise<Due> {
    const due: Due = { code: 'INACTIVE_PERSONS', count: 0, oldest: null }
    for await (const persons of this.persons.inactive(itself(), this.since(due.code), { registeredOn: 1, _id: 1 })) {
      due.count += persons.length
      due.oldest ??= persons[0]?.registeredOn ?? null
    }
    return due
  }

  /**
   * Does what is due today, once among all instances. Each batch stands in the audit, as a number, before it is given up. Answers whether the
   * day's work is finished; false: another instance is at it.
   * @param again also when it was finished today
   */
  async run(again = false): Promise<boolean> {
    const day = this.calendar.today()
    const run = await this.runs.take(day, again)
    if (!run) return this.runs.isFinished(day)
    for (const code of ['ACCESS_REASONS', 'GUARDIANS', 'UNOPENED_ACCOUNTS', 'PAPERS'] as const) {
      const stuck = new Set<string>()
      for (let more = true; more;) {
        const ids = await this.batch(code, stuck)
        if (ids.length > 0 && !(await this.giveUp(run, code, ids, stuck))) return false
        more = ids.length === AT_ONCE
      }
    }
    return run.finish()
  }

  private async batch(code: GivenUp, stuck: ReadonlySet<string>): Promise<string[]> {
    const { collection, filter } = this.sought(code)
    const found = this.database.driver
      .collection<{ _id: string }>(collection)
      .find({ $and: [filter, { _id: { $nin: [...stuck] } }] } as never, { projection: { _id: 1 }, limit: AT_ONCE })
    return (await found.toArray()).map(({ _id }) => _id)
  }

  private async giveUp(run: HeldRun, code: GivenUp, ids: readonly string[], stuck: Set<string>): Promise<boolean> {
    const caller = itself()
    const before = stuck.size
    await this.audit.append(caller, { action: `applyRetention ${code} ${ids.length}` })
    if (code === 'ACCESS_REASONS') await this.accesses.takeReasons(ids)
    else if (code === 'GUARDIANS') await this.persons.forgetGuardians(ids, this.sought(code).filter)
    else for (const id of ids) if (!(await this.isGivenUp(code, id, caller))) stuck.add(id)
    return run.note(code, ids.length - (stuck.size - before))
  }

  /** One that cannot be given up keeps no other from it, and waits for the next night: tried again and again it would fill the audit. */
  private isGivenUp(code: 'UNOPENED_ACCOUNTS' | 'PAPERS', id: string, caller: Caller): Promise<boolean> {
    const done = code === 'PAPERS' ? this.withdrawals.giveUp(id, startOf(this.since(code)), caller) : this.close(id, caller)
    return done.then(
      () => true,
      (error: unknown) => {
        this.logger.error({ err: error, code, record: id }, 'what was kept for its time cannot be given up')
        return false
      },
    )
  }

  private async close(id: string, caller: Caller): Promise<void> {
    const before = startOf(this.since('UNOPENED_ACCOUNTS'))
    const command = { commandId: randomUUID(), name: 'applyRetention', input: {} }
    await this.accounts.forget(id, caller, command, (account) => closeUnopened(account, id, before))
  }

  private sought(code: GivenUp): Sought {
    const since = this.since(code)
    switch (code) {
      case 'ACCESS_REASONS':
        return { collection: 'accesses', filter: { at: { $lt: startOf(since) }, reason: { $gt: '' } }, dated: 'at' }
      case 'GUARDIANS':
        // A child whose guardian withdrew is to be erased by an officer: without its mark it would be found by all.
        return {
          collection: 'persons',
          filter: { 'minor.until': { $lt: since }, 'minor.withdrawnOn': { $exists: false } },
          dated: 'minor.until',
        }
      case 'PAPERS':
        return { collection: 'papers', filter: { oldest: { $lt: startOf(since) } }, dated: 'oldest' }
      case 'UNOPENED_ACCOUNTS': {
        const unopened = { passwordHash: null, identity: { $exists: false }, closed: false }
        const filter = { ...unopened, 'invitation.until': { $lt: startOf(since) } }
        return { collection: 'accounts', filter, dated: 'invitation.until' }
      }
    }
  }

  private since(code: TermCode): LocalDate {
    return keptSince(this.calendar.today(), this.settings.personalData.months[code])
  }
}

/** The service, which has nobody's leave to ask. */
function itself(): Caller {
  const grants = [everywhere('CITY_ADMINISTRATOR')]
  return { accountId: 'membership', name: 'membership', grants, language: 'zh', after: [], correlationId: randomUUID() }
}

function valueAt(document: mongo.Document | undefined, dotted: string): unknown {
  return dotted.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document)
}
