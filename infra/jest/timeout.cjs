/**
 * Jest: three minutes for a test or a hook, which is no measure of anything: it ends what hangs. The product's own waits end sooner and say
 * what they waited for.
 */
jest.setTimeout(180_000)
