/** What records are of, as the verbs of rights name them. */
type Kind =
  | 'accesses'
  | 'accounts'
  | 'activities'
  | 'appointments'
  | 'area-proposals'
  | 'areas'
  | 'audit'
  | 'bodies'
  | 'conditions'
  | 'employers'
  | 'figures'
  | 'foundings'
  | 'operation'
  | 'papers'
  | 'persons'
  | 'units'

/** 权限: something that an account may do, such as to see units (`docs/rights.md` has them all). */
export type Verb =
  | `${Kind}.${'read' | 'write'}`
  | 'facts.follow'
  | `foundings.${'review'}`
  | 'persons.erase'
  | 'pilots.designate'
  | 'pilots.record'
  | 'persons.minors'
  | 'accesses.approve'

/** The right to see. */
export const read = (kind: Kind): Verb => `${kind}.read`

/** The right to change. */
export const write = (kind: Kind): Verb => `${kind}.write`
