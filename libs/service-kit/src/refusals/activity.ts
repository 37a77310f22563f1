import { refusals } from './refusal'

/** Refusals that activity gives. */
export const activityRefusals = refusals({})
