import type { Fact, LocalDate } from '@sizhang/contracts'
import { localDateOf, Rejected, type Decision } from '@sizhang/service-kit/rules'

/** The two ways a command ends. */
interface Outcome<State> {
  /** These facts, in this order, and no other; `leaving` then looks at parts of the state as it stands afterwards. */
  then: (...facts: Fact[]) => { leaving: (part: Partial<State>) => void }
  /** Refused with this code and at least these details. */
  rejects: (code: Rejected['code'], details?: Record<string, unknown>) => void
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
      rejects: (code, details = {}) => {
        const refusal = refusalOf(() => decide(known, ...rest))
        expect({ code: refusal.code, details: refusal.details }).toMatchObject({ code, details })
      },
    }),
  }
}

/** The refusal that a call meets; anything else that it throws is thrown on. */
function refusalOf(call: () => unknown): Rejected {
  try {
    call()
  } catch (error) {
    if (error instanceof Rejected) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** A clock that stands still until it is moved. */
export function fixedClock(instant: string): { now: () => Date; today: () => LocalDate; moveTo: (instant: string) => void } {
  let time = new Date(instant)
  return {
    now: () => time,
    today: () => localDateOf(time),
    moveTo: (later) => {
      time = new Date(later)
    },
  }
}
