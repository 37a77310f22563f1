import type { Body } from '../bodies/bodies.domain'
import { plainName } from '../list-import/cells.domain'
import { isUnitId } from '../list-import/named-units.domain'
import type { ReadSeat } from './seat-rows.domain'

/** A body with its id. */
export type KeptBody = Body & { _id: string }

/** A body that rows mean. */
export interface MeantBody {
  id: string
  /** As the rows before leave it. */
  body: Body
  /** The rows that seats of it come from, or stand in already, by the seats' ids. */
  rows: Map<string, number>
}

const MOST_CANDIDATES = 5

/** The bodies that rows may mean: by the kind, of which a unit has one; a group by its name; and where there are several, by the first day or the id. */
export class NamedBodies {
  private readonly byUnit = new Map<string, MeantBody[]>()

  constructor(bodies: readonly KeptBody[]) {
    for (const { _id: id, ...body } of bodies) this.add({ id, body, rows: new Map() })
  }

  add(meant: MeantBody): void {
    const { unitId } = meant.body
    this.byUnit.set(unitId, [...(this.byUnit.get(unitId) ?? []), meant])
  }

  /** The body that a row means. Undefined: there is none, so it is to be opened; null: which one cannot be said, as the row's cells tell. */
  find({ kind, body: written, opened, cells }: ReadSeat, unitId: string): MeantBody | null | undefined {
    if (!kind) return null
    const all = (this.byUnit.get(unitId) ?? []).filter(({ body }) => body.kind === kind.code)
    // Bodies have ids of the same form as units.
    if (isUnitId(written)) return all.find(({ id }) => id === written.toLowerCase()) ?? cells.refuse('body', 'BODY_UNKNOWN')
    const named = sameNamed(all, kind.termYears === null ? written : null)
    if (named.length > 0 && written !== '' && kind.termYears !== null)
      return cells.refuse('body', 'BODY_NAMED_BY_KIND', { kind: `${kind.zh} ${kind.en}` })
    const then = named.length > 1 && opened !== null ? named.filter(({ body }) => body.from === opened) : named
    if (named.length > 1 && then.length !== 1) {
      const candidates = named.slice(0, MOST_CANDIDATES).map(({ id, body }) => ` ${body.from} ${id}`)
      return cells.refuse('body', 'BODY_AMBIGUOUS', { kind: `${kind.zh} ${kind.en}`, count: named.length, candidates })
    }
    return then[0]
  }
}

/** Those of some bodies of one kind that a name means. */
export function sameNamed<Named extends { body: Body }>(bodies: readonly Named[], name: string | null): Named[] {
  return name === null ? [...bodies] : bodies.filter(({ body }) => plainName(body.name ?? '') === plainName(name))
}
