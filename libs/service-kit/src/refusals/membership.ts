import { refusals } from './refusal'

/** Refusals that membership gives. */
export const membershipRefusals = refusals({})
