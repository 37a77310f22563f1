/**
 * Has Node read the source map of the bundle now: it does so at the first stack of an error, for some 50 ms, and then all requests would
 * wait for one that is refused.
 */
export function readSourceMap(): void {
  void new Error('no error').stack
}
