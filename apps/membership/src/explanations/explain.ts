import type { LocalDate } from '@sizhang/contracts'
import { lets, reachOf, type Grant, type Verb } from '@sizhang/service-kit/rights'
import { whyMay, type Explanation } from './explanations.domain'
import type { AskedPlace } from './places'

/**
 * Why somebody may do something to a record, or what is missing: each grant that lets do it is held against the record by the very rules of the
 * checks, alone.
 * @param asked whether a reach covers it, and whether grants that reach it do not let see it all the same, as the store of such records says
 */
export async function explain<Held extends Grant>(
  grants: readonly Held[],
  verb: Verb,
  on: LocalDate,
  asked: Pick<AskedPlace, 'covers' | 'hides'>,
): Promise<Explanation<Held>> {
  const judged = grants
    .filter((grant) => lets(grant, verb))
    .map(async (grant) => ({ grant, covers: await asked.covers(reachOf([{ ...grant, until: null }], verb, grant.from)) }))
  const explanation = whyMay(await Promise.all(judged), on)
  return explanation.may && asked.hides(grants) ? { ...explanation, may: false, missing: 'MINOR' } : explanation
}
