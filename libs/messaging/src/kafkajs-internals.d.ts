/** The one part of kafkajs that it does not export and that `kafka.ts` mends. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  export default class RequestQueue {
    constructor(options: { clientId: string; broker: string; requestTimeout: number; maxInFlightRequests: number | null; logger: unknown })
    readonly pending: unknown[]
    maybeThrottle(milliseconds: number): void
    push(request: {
      entry: { correlationId: number; resolve(): void; reject(error: Error): void }
      expectResponse: boolean
      sendRequest(): void
    }): void
    checkPendingRequests(): void
    scheduleCheckPendingRequests(): void
    destroy(): void
  }
}
