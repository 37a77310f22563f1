/** What the page of an invitation hands on to the sign-in: the account whose password was just chosen. */
export interface Arriving {
  account: string
}

/** The account that somebody arrives with; empty: none. */
export function arrivingAs(state: unknown): string {
  const { account } = (state ?? {}) as Partial<Arriving>
  return typeof account === 'string' ? account : ''
}
