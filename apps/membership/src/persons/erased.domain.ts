import type { LocalDate } from '@sizhang/contracts'
import { Rejected } from '@sizhang/service-kit/rules'

/** When and on what ground the personal part was erased: then there is no name and no number any more. */
export interface Erased {
  on: LocalDate
  ground: string
}

/** Of whom everything personal was erased, nothing is recorded, shown or asked any more. */
export function checkNotErased({ erased }: { erased?: Erased }): void {
  if (erased) throw new Rejected('PERSON_ERASED', { field: 'personId', value: erased.on })
}
