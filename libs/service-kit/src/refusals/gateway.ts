import { refusals } from './refusal'

/** Refusals that gateway gives. */
export const gatewayRefusals = refusals({})
