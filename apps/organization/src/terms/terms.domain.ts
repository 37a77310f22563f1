import { CongressPostponed, type LocalDate } from '@sizhang/contracts'
import { addMonths, daysBetween, decided, inForce, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { placeOf, type Body, type Term } from '../bodies/bodies.domain'

/** 届期状态: where a term stands that will have to be renewed. */
export type TermState = 'OVERDUE' | 'POSTPONED' | 'DUE_IN_3_MONTHS' | 'DUE_IN_6_MONTHS' | 'RUNNING'

/** A congress is put off by at most so many months: as long as a unit is borne as functioning while its term is overdue (design §3). */
const MOST_MONTHS = 12

/** What is said when the congress is put off. */
export interface PostponeCongress {
  bodyId: string
  term: number
  /** The day by which the next term is to begin. */
  until: LocalDate
  paper: string
}

/** 延期换届: the congress after the last term is put off, by a paper and for at most a year (domain (d) 1). The term ends as it was agreed. */
export function postponeCongress(body: Body, { bodyId, term: number, until, paper }: PostponeCongress): Decision<Body> {
  const term = body.terms.find((known) => known.number === number)
  if (!term) throw new Rejected('TERM_UNKNOWN', { field: 'term', value: number })
  const next = body.terms.find((other) => other.from >= term.until)
  if (next) throw new Rejected('CONGRESS_HELD_ALREADY', { field: 'term', value: number, from: next.from, next: next.number })
  if (until <= dueOn(term)) throw new Rejected('CONGRESS_POSTPONED_TO_EARLIER', { field: 'until', value: until, due: dueOn(term) })
  const latest = addMonths(term.until, MOST_MONTHS)
  if (until > latest) throw new Rejected('CONGRESS_POSTPONED_TOO_LONG', { field: 'until', value: until, latest, ended: term.until })
  const postponed = { until, paper: plainText('paper', paper, { min: 2, max: 60 }) }
  const terms = body.terms.map((known) => (known === term ? { ...term, postponed } : known))
  return decided({ ...body, terms }, CongressPostponed.of({ ...placeOf(bodyId, body), term: number, termUntil: term.until, until }))
}

/** The term that runs on a day, if one does. */
export function termOn(body: Body, on: LocalDate): Term | undefined {
  return body.terms.find((term) => inForce(term, on))
}

/** The day by which the next term is to begin: the end of this one, or the day to which the congress was put off. */
export function dueOn({ until, postponed }: Term): LocalDate {
  return postponed?.until ?? until
}

/** Days that a term is past the day on which it was to be renewed, while no later term runs; 0 when it is not overdue. */
export function overdueDays(body: Body, term: Term, on: LocalDate): number {
  const later = body.terms.some((other) => other.from >= term.until && other.from <= on)
  return later ? 0 : Math.max(0, daysBetween(dueOn(term), on))
}

/** Where the last term that began by a day stands on it: overdue, put off, or due within three or six months. */
export function termState(term: Term, on: LocalDate): TermState {
  const due = dueOn(term)
  if (due <= on) return 'OVERDUE'
  if (term.until <= on) return 'POSTPONED'
  if (due <= addMonths(on, 3)) return 'DUE_IN_3_MONTHS'
  return due <= addMonths(on, 6) ? 'DUE_IN_6_MONTHS' : 'RUNNING'
}
