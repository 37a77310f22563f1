// as libs/contracts/src/membership/seats.ts
import { Rejected } from '@sizhang/service-kit'

export const refused = Rejected
