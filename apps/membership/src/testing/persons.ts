import { randomUUID } from 'node:crypto'
import type { Answered, MembershipUnderTest } from './service'

const REGISTER =
  'mutation ($commandId: ID!, $input: RegisterPersonInput!) { registerPerson(commandId: $commandId, input: $input) { version } }'
const APPOINT =
  'mutation ($commandId: ID!, $input: MakeAppointmentInput!) { makeAppointment(commandId: $commandId, input: $input) { version } }'
const INVITE =
  'mutation ($commandId: ID!, $input: InviteAccountInput!) { inviteAccount(commandId: $commandId, input: $input) { account { id } } }'
const UNMASK = `mutation ($commandId: ID!, $input: UnmaskPersonInput!) { unmaskPerson(commandId: $commandId, input: $input) {
  phone identityNumber until access { id by at fields purpose reason } } }`

/** What is answered when numbers are shown. */
export interface Unmasked {
  unmaskPerson: {
    phone: string | null
    identityNumber: string | null
    until: string
    access: { id: string; by: string; at: string; fields: string[]; purpose: string; reason: string }
  }
}

/** The consents of somebody who agreed to all that is asked, on paper. */
const AGREED = ['CONTACT', 'ACTIVITY_PARTICIPATION'].map((purpose) => ({
  purpose,
  textVersion: 1,
  means: 'SIGNED_PAPER',
  on: '2026-01-01',
}))

/** Persons with their posts and accounts, in a membership under test. */
export class PersonsUnderTest {
  constructor(private readonly membership: MembershipUnderTest) {}

  /** Registers a person, who agrees to all that is asked unless told otherwise; answers the id. */
  async register(input: object): Promise<string> {
    const commandId = randomUUID()
    await this.membership.answer(REGISTER, { commandId, input: { consents: AGREED, ...input } })
    return commandId
  }

  /** Gives a person a seat, from a day to a day; answers the appointment's id. */
  async appoint(personId: string, seatId: string, from: string, until: string): Promise<string> {
    const commandId = randomUUID()
    const input = { seatId, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from, until }
    await this.membership.answer(APPOINT, { commandId, input })
    return commandId
  }

  /** Opens an account that is linked to a person; answers its id. */
  async invite(personId: string, name: string, holder: string): Promise<string> {
    const input = { name, holder, personId, grant: { role: 'ANALYST', from: '2026-01-01' } }
    const { inviteAccount } = await this.membership.answer<{ inviteAccount: { account: { id: string } } }>(INVITE, {
      commandId: randomUUID(),
      input,
    })
    return inviteAccount.account.id
  }

  /** Looks at numbers in plain, as an administrator unless told otherwise. */
  unmask(personId: string, said: object = {}, as: object = {}, commandId: string = randomUUID()): Promise<Answered<Unmasked>> {
    const input = { personId, fields: ['PHONE'], purpose: 'CONTACT_ABOUT_POST', reason: '通知换届会议', ...said }
    return this.membership.ask<Unmasked>(UNMASK, { ...as, variables: { commandId, input } })
  }
}
