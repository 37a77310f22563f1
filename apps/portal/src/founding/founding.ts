import type { FoundingDetailsFragment, FoundingPageQuery } from '../graph.generated'

/** A founding with its list, as its page has it. */
export type Founding = NonNullable<FoundingPageQuery['founding']>
/** Somebody on the list. */
export type Member = Founding['members']['nodes'][number]
/** Figures of members. */
export type Figures = { persons: number | null; units: number | null; together: number | null }

/** What the group does; all other steps are an association's. */
const OF_THE_GROUP = ['COLLECTION', 'RULES', 'APPLICATION', 'MEETING']

/** Whether the list may be changed now. */
export function isPreparing({ step }: Pick<FoundingDetailsFragment, 'step'>): boolean {
  return step === 'COLLECTION' || step === 'RULES' || step === 'APPLICATION'
}

/** Whether the reader may take the step that comes next. */
export function mayTake({ step, mayPrepare, mayDecide }: Pick<FoundingDetailsFragment, 'step' | 'mayPrepare' | 'mayDecide'>): boolean {
  return step !== null && (OF_THE_GROUP.includes(step) ? mayPrepare : mayDecide)
}

/** The name of somebody on the list; `—` beyond the reader's jurisdiction. */
export function nameOf({ person, employer, unit }: Member): string {
  return person?.name ?? employer?.name ?? unit?.name ?? '—'
}

/** Why the application was last sent back, while the group has it again. */
export function returnedBecause({ records }: Pick<FoundingDetailsFragment, 'records'>): string | null {
  const last = records.filter(({ step }) => step !== 'RULES').at(-1)
  return last?.returned ? last.reason : null
}
