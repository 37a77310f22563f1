import type { Term } from './term'

export const holder = (term: Term) => term
