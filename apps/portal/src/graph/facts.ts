import type { ClientOptions } from 'graphql-ws'
import { createClient } from 'graphql-ws'
import { chosenLanguage } from '../language/languages'

/** A fact as published, its data read. */
export interface Fact {
  position: string
  topic: string
  type: string
  subject: string
  /** What is asked after it waits until the services know of this fact. */
  mark: string
  time: string
  data: Record<string, unknown>
}

/** Whether facts arrive now. */
export type Connection = 'connecting' | 'live' | 'lost'

interface Follower {
  /** A position given before, or a time (RFC 3339). */
  from: string
  topics?: string[]
  onFact: (fact: Fact) => void
  onConnection: (connection: Connection) => void
  /** The gateway does not know the position (any more): the facts were begun anew. Nothing more comes. */
  onUnknownPosition: () => void
}

const FACTS = /* GraphQL */ `
  subscription Facts($topics: [String!], $from: String) {
    facts(topics: $topics, from: $from) {
      position
      topic
      type
      subject
      mark
      time
      data
    }
  }
`

type Answer = { facts: Omit<Fact, 'data'> & { data: string } }

/** So often the line is tried, and so long an answer may take before the line counts as dead. */
const BEAT_MS = 15_000
const ANSWER_MS = 5_000

/** Follows the facts from a position on, over any number of reconnects without gap or double. Answers how to stop. */
export function followFacts({ from, topics, onFact, onConnection, onUnknownPosition }: Follower): () => void {
  let position = from
  onConnection('connecting')
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: () => ({ 'accept-language': chosenLanguage() }),
    retryAttempts: Infinity,
    shouldRetry: () => true,
    keepAlive: BEAT_MS,
    on: listeners(onConnection),
  })
  client.subscribe<Answer>(
    {
      query: FACTS,
      operationName: 'Facts',
      // Read anew at each connect, so that a reconnect goes on after the last fact that arrived.
      variables: {
        topics,
        get from() {
          return position
        },
      },
    },
    {
      next: ({ data }) => {
        if (!data) return
        position = data.facts.position
        onFact({ ...data.facts, data: JSON.parse(data.facts.data) as Record<string, unknown> })
      },
      error: (error) => (Array.isArray(error) ? onUnknownPosition() : onConnection('lost')),
      complete: () => onConnection('lost'),
    },
  )
  return () => void client.dispose()
}

/** Says whether the line lives. One that is cut without a word is noticed by the missing answer and closed, so that another is made. */
function listeners(onConnection: Follower['onConnection']): ClientOptions['on'] {
  let line: WebSocket | undefined
  let dead: ReturnType<typeof setTimeout> | undefined
  return {
    connected: (socket) => {
      line = socket as WebSocket
      onConnection('live')
    },
    ping: (received) => {
      if (!received) dead = setTimeout(() => line?.close(4408, 'no answer'), ANSWER_MS)
    },
    pong: (received) => {
      if (received) clearTimeout(dead)
    },
    closed: () => {
      clearTimeout(dead)
      onConnection('lost')
    },
  }
}
