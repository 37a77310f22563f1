import { seat } from './seat'

export type Term = typeof seat
