import { refusals } from './refusal'

/** Refusals that reporting gives. */
export const reportingRefusals = refusals({})
