import { entryOf, everywhere, nextDocument, withoutLog, type AuditedDocument, type Caller, type Document } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import type { AggregateDocument } from '@sizhang/messaging'
import type { Purpose } from '@sizhang/service-kit/personal-data'
import type { mongo } from 'mongoose'
import { findable as findableAccount, type KeptAccount } from '../accounts/accounts.store'
import { withdrewConsent } from '../consents/consents.domain'
import { guardianWithdrew } from '../minors/minors.domain'
import { dropPieces } from '../paper-files/pieces.store'
import { withdrawPaper, type Papers, type WithdrawalReason } from '../papers/papers.domain'
import { kept as keptPapers } from '../papers/papers.store'
import { findable as findablePerson, type KeptPerson } from '../persons/persons.store'
import { erasedAccount, erasedPerson } from './erasures.domain'

/** What a restored backup does not know: `ops restore` leaves it here. */
interface Due {
  /** The person or the paper; of a withdrawal, the person with the purpose. */
  _id: string
  /** The command and the account that did it. */
  commandId: string
  actor: string
}

interface DueErasure extends Due {
  on: string
  ground: string
}

interface DuePaper extends Due {
  paperId: string
  recordId: string
  reason: WithdrawalReason
  at: string
}

interface DueWithdrawal extends Due {
  on: string
  personId: string
  /** To what the person agrees no more; null: his guardian does not. */
  withdrawn: Purpose | null
}

/** Erasures and withdrawals are left in this collection by `ops restore`. */
const DUE = 'erasures_due'

/**
 * A restored backup forgets, too: erases again who was erased after it was taken, and takes back the consents that were withdrawn, before anything
 * of the service can read the database. Safe to repeat and to be done by several instances at once; facts go out like any other, from the outbox.
 */
export async function eraseDue(database: mongo.Db): Promise<void> {
  const all = database.collection<DueErasure | DueWithdrawal | DuePaper>(DUE)
  for await (const due of all.find()) {
    if ('paperId' in due) await withdrawPaperAgain(database, due)
    else await ('ground' in due ? eraseAgain(database, due) : withdrawAgain(database, due))
    await all.deleteOne({ _id: due._id })
  }
}

async function eraseAgain(database: mongo.Db, due: DueErasure): Promise<void> {
  const { _id: personId, ground, on } = due
  const replace = replacerFor(database, due, 'erasePerson')
  for await (const account of database.collection<Document<KeptAccount>>('accounts').find({ personId }))
    await replace('accounts', account, findableAccount(erasedAccount(withoutLog(account), account._id)))
  await database.collection('accesses').updateMany({ personId }, { $set: { reason: '', 'log.commands': [] } })
  const person = await personIn(database, personId)
  if (person && !person.erased) await replace('persons', person, findablePerson(erasedPerson(person, ground, on)))
}

async function withdrawAgain(database: mongo.Db, due: DueWithdrawal): Promise<void> {
  const { personId, withdrawn, on } = due
  const person = await personIn(database, personId)
  if (!person || person.erased) return
  const known = withoutLog(person)
  const decision = withdrawn === null ? guardianWithdrew(known, on) : withdrewConsent(known, withdrawn, on)
  const name = withdrawn === null ? 'withdrawGuardianConsent' : 'withdrawConsent'
  if (decision.facts.length > 0) await replacerFor(database, due, name)('persons', person, findablePerson(decision))
}

/** The bytes go first: nobody can read the database yet, and a paper without them is taken back again at the next start. */
async function withdrawPaperAgain(database: mongo.Db, due: DuePaper): Promise<void> {
  const { paperId, recordId, reason, actor, at } = due
  const record = await database.collection<Document<Papers>>('papers').findOne({ _id: recordId })
  const paper = record?.papers.find(({ id }) => id === paperId)
  if (!record || !paper || paper.withdrawn) return
  await dropPieces(database, paper.upload)
  const withdrawing = { recordId, at: new Date(at), by: reason === 'TERM_OVER' ? null : actor, reason }
  const decision = withdrawPaper(withoutLog(record as Document<Papers>), paperId, withdrawing)
  await replacerFor(database, due, 'withdrawPaper')('papers', record as Document<Papers>, keptPapers(decision))
}

function personIn(database: mongo.Db, _id: string): Promise<Document<KeptPerson> | null> {
  return database.collection<Document<KeptPerson>>('persons').findOne({ _id }) as Promise<Document<KeptPerson> | null>
}

function replacerFor(database: mongo.Db, { commandId, actor }: Due, name: string) {
  const caller: Caller = {
    accountId: actor,
    name: 'membership',
    grants: [everywhere('CITY_ADMINISTRATOR')],
    language: 'zh',
    after: [],
    correlationId: commandId,
  }
  const command = { commandId, name, input: {}, forgets: name === 'erasePerson' }
  // Where another instance was as quick, nothing matches: what it wrote is the same.
  return async <State extends object>(
    collection: string,
    known: Pick<AuditedDocument, '_id' | 'version' | 'log'>,
    decision: Decision<State>,
  ) => {
    const now = new Date()
    const entry = entryOf(caller, { action: command.name, kind: collection, record: known._id }, now)
    const audit = [...(known.log.audit ?? []), entry]
    const document: AggregateDocument = nextDocument(known, decision, { caller, command, now, publishedUpTo: 0, audit })
    await database.collection<AggregateDocument>(collection).replaceOne({ _id: known._id, version: known.version }, document)
  }
}
