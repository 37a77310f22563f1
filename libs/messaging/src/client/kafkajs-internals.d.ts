/** The parts of kafkajs that it does not export: what `kafka.ts` mends, and what `fetch-sessions.ts` and `gathering.ts` ask in another way. */
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

declare module 'kafkajs/src/broker/index.js' {
  export interface FetchPart {
    partition: number
    fetchOffset: string
    maxBytes: number
  }
  export interface FetchTopic {
    topic: string
    partitions: FetchPart[]
  }
  export interface FetchRequest {
    /** Milliseconds after which the broker answers with whatever there is. */
    maxWaitTime: number
    /** With so many bytes it answers at once. */
    minBytes: number
    topics: FetchTopic[]
  }
  export interface FetchAnswer {
    /** Of the session; those of partitions are thrown. */
    errorCode?: number
    /** 0: the broker keeps none. */
    sessionId?: number
    responses: { topicName: string; partitions: { messages: unknown[] }[] }[]
  }
  export default class Broker {
    /** Gives what makes a request of the version that both sides know. */
    lookupRequest(key: number, versions: unknown): (given: object) => unknown
    fetch(request: FetchRequest): Promise<FetchAnswer>
  }
}
