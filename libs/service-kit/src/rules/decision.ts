import type { Fact } from '@sizhang/contracts'

/**
 * What a command decided: the state as it stands afterwards, and the facts to tell others.
 * Both are written in one document at once; private parts (names, phones) are in the state alone.
 */
export interface Decision<State> {
  readonly state: State
  readonly facts: readonly Fact[]
}

/** A decision with its facts. Without a fact nothing changed for others. */
export function decided<State>(state: State, ...facts: Fact[]): Decision<State> {
  return { state, facts }
}
