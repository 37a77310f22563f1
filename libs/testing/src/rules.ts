import type { Fact, LocalDate } from '@sizhang/contracts'

/** What a domain function decides: the state as it stands afterwards, and the facts to tell others. */
interface Decision<State> {
  readonly state: State
  readonly facts: readonly Fact[]
}

/** The ways a command ends. */
interface Outcome<State> {
  /** These facts, in this order, and no other; `leaving` then looks at parts of the state as it stands afterwards. */
  then: (...facts: Fact[]) => { leaving: (part: Partial<State>) => void }
  /** Not refused, with these parts of the state as it stands afterwards, whatever the facts. */
  leaves: (part: Partial<State>) => void
  /** Refused with this code and at least these details. */
  rejects: (code: string, details?: Record<string, unknown>) => void
}

/**
 * A rule of the domain as a test: `given(aSeat()).when(makeAppointment, command, surroundings).then(fact)`, or `.rejects('SEAT_FULL')`.
 * What is given is the state that the function decides on; a function that makes something new is given its id.
 */
export function given<Known>(known: Known) {
  return {
    when: <State, Rest extends unknown[]>(decide: (known: Known, ...rest: Rest) => Decision<State>, ...rest: Rest): Outcome<State> => ({
      then: (...facts) => {
        const decision = decide(known, ...rest)
        expect(decision.facts).toEqual(facts)
        return { leaving: (part) => expect(decision.state).toMatchObject(part) }
      },
      leaves: (part) => expect(decide(known, ...rest).state).toMatchObject(part),
      rejects: (code, details = {}) => {
        expect(refusalOf(() => decide(known, ...rest))).toMatchObject({ code, details })
      },
    }),
  }
}

/** The refusal that a call meets; a fault is thrown on, and an answer is a failure. */
function refusalOf(call: () => unknown): Error {
  try {
    call()
  } catch (error) {
    if (error instanceof Error && error.name === 'Rejected') return error
    throw error
  }
  throw new Error('it was not refused')
}

/** A clock that stands at noon of a day in Shanghai. */
export function fixedClock(today: LocalDate): { today: () => LocalDate; now: () => Date } {
  return { today: () => today, now: () => new Date(`${today}T12:00:00+08:00`) }
}
