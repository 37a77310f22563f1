import type { Chance } from '../../demo/chance'
import type { City } from './city'

/** A command ready to be sent: a mutation by name, its variables, and what to do with the answer. */
export interface Command {
  name: string
  variables: Record<string, unknown>
  learn?: (answer: Record<string, unknown>) => void
}

/** How often commands of each service come in the load. */
export type Shares = Partial<Record<'organization' | 'membership' | 'activity', number>>

const INPUTS: Record<string, { type: string; answer: string }> = {
  registerEmployer: { type: 'RegisterEmployerInput', answer: 'employer { id }' },
  establishUnit: { type: 'EstablishUnitInput', answer: 'unit { id }' },
  createSeat: { type: 'CreateSeatInput', answer: 'seat { id }' },
  registerPerson: { type: 'RegisterPersonInput', answer: 'person { id }' },
  correctPerson: { type: 'CorrectPersonInput', answer: 'person { id }' },
  makeAppointment: { type: 'MakeAppointmentInput', answer: 'appointment { id }' },
  endAppointment: { type: 'EndAppointmentInput', answer: 'appointment { id }' },
  recordActivity: { type: 'RecordActivityInput', answer: 'activity { id }' },
  correctActivity: { type: 'CorrectActivityInput', answer: 'activity { id }' },
  withdrawActivity: { type: 'WithdrawActivityInput', answer: 'activity { id }' },
}

/** The document of a mutation. */
export function documentOf(name: string): string {
  const { type, answer } = INPUTS[name] ?? { type: '', answer: '' }
  return `mutation Trial($commandId: ID!, $input: ${type}!) { ${name}(commandId: $commandId, input: $input) { version mark ${answer} } }`
}

/** What one client of the load does: a stream of commands on what it made itself before, each acceptable by the rules. */
export class Clerk {
  private readonly persons: string[] = []
  private readonly free: string[] = []
  private readonly appointments: string[] = []
  private readonly activities: string[] = []
  private count = 0

  constructor(
    private readonly name: string,
    private readonly city: City,
    private readonly chance: Chance,
    private readonly shares: Shares,
  ) {}

  next(): Command {
    this.count += 1
    const { organization = 0, membership = 0, activity = 0 } = this.shares
    const drawn = this.chance.next() * (organization + membership + activity)
    if (drawn < organization) return this.ofOrganization()
    return drawn < organization + membership ? this.ofMembership() : this.ofActivity()
  }

  private ofOrganization(): Command {
    const { chance, city } = this
    const drawn = chance.next()
    if (drawn < 0.4)
      return {
        name: 'registerEmployer',
        variables: {
          name: `企业${this.name}${this.count}`,
          kind: 'tech-firm',
          level: 'TOWN',
          areaCode: chance.one(city.towns),
          from: '2018-01-01',
        },
      }
    if (drawn < 0.7)
      return { name: 'establishUnit', variables: { name: `企业科协${this.name}${this.count}`, type: 'ENTERPRISE', from: '2020-01-01' } }
    const seat = { title: `委员${this.name}${this.count}`, rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'], places: 5 }
    return { name: 'createSeat', variables: { bodyId: chance.one(city.bodies), term: 1, seat } }
  }

  private ofMembership(): Command {
    const { chance, city } = this
    const drawn = chance.next()
    const person = this.free.at(-1)
    if (drawn < 0.3 && person) {
      const variables = { seatId: chance.one(city.seats), personId: person, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2024-01-01' }
      this.free.pop()
      return { name: 'makeAppointment', variables, learn: this.keep(this.appointments, 'appointment') }
    }
    const appointment = this.appointments[0]
    if (drawn < 0.4 && appointment) {
      this.appointments.shift()
      return { name: 'endAppointment', variables: { appointmentId: appointment, on: '2025-06-01', reason: 'TRANSFER' } }
    }
    if (drawn < 0.6 && this.persons.length > 0)
      return { name: 'correctPerson', variables: { personId: chance.one(this.persons), name: `更正${this.name}${this.count}` } }
    const learn = (answer: Record<string, unknown>) => {
      this.keep(this.persons, 'person')(answer)
      this.keep(this.free, 'person')(answer)
    }
    return { name: 'registerPerson', variables: { name: `人员${this.name}${this.count}` }, learn }
  }

  private ofActivity(): Command {
    const { chance } = this
    const drawn = chance.next()
    if (drawn < 0.3 && this.activities.length > 0)
      return { name: 'correctActivity', variables: { activityId: chance.one(this.activities), record: this.record() } }
    const activity = this.activities[0]
    if (drawn < 0.4 && activity) {
      this.activities.shift()
      return { name: 'withdrawActivity', variables: { activityId: activity, reason: '重复登记' } }
    }
    return { name: 'recordActivity', variables: this.record(), learn: this.keep(this.activities, 'activity') }
  }

  private record(): Record<string, unknown> {
    const { chance, city } = this
    const { code, placeKind, figures } = chance.one(city.activityTypes)
    return {
      title: `活动${this.name}${this.count}`,
      type: code,
      hostIds: [chance.one(city.units)],
      placeKind,
      startsAt: '2025-05-01T08:00:00+08:00',
      endsAt: '2025-05-01T10:00:00+08:00',
      figures: figures.map((figure) => ({ code: figure, value: chance.whole(1, 500) })),
    }
  }

  private keep(list: string[], field: string): (answer: Record<string, unknown>) => void {
    return (answer) => void list.push((answer[field] as { id: string }).id)
  }
}
