// as libs/contracts/src/membership/seats.ts
import { id } from '../fields'

export const seat = id
