import type { JSONWebKeySet } from 'jose'
import type { z } from 'zod'

interface Given {
  CALLER_SIGNING_KEY: { kid: string; x: string }
  CALLER_KEYS: JSONWebKeySet
}

/**
 * Complains of a signing key whose public half is not among the keys by which tokens are checked: membership would start, and every request of
 * everybody be refused.
 */
export function checkSigningKey({ CALLER_SIGNING_KEY: { kid, x }, CALLER_KEYS }: Given, context: z.RefinementCtx): void {
  if (CALLER_KEYS.keys.some((key) => key.kid === kid && key['x'] === x)) return
  const message = `its public half (kid ${kid}) is not in CALLER_KEYS; both come from one step of caller-keys`
  context.addIssue({ code: 'custom', path: ['CALLER_SIGNING_KEY'], message })
}
