import { createClient } from 'graphql-ws'
import { chosenLanguage } from '../language/languages'

/** A fact as published, its data read. */
export interface Fact {
  position: string
  topic: string
  type: string
  subject: string
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
}

const FACTS = /* GraphQL */ `
  subscription Facts($topics: [String!], $from: String) {
    facts(topics: $topics, from: $from) {
      position
      topic
      type
      subject
      time
      data
    }
  }
`

type Answer = { facts: Omit<Fact, 'data'> & { data: string } }

/** Follows the facts from a position on, over any number of reconnects without gap or double. Answers how to stop. */
export function followFacts({ from, topics, onFact, onConnection }: Follower): () => void {
  let position = from
  onConnection('connecting')
  const client = createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: () => ({ 'accept-language': chosenLanguage() }),
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: { connected: () => onConnection('live'), closed: () => onConnection('lost') },
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
      error: () => onConnection('lost'),
      complete: () => onConnection('lost'),
    },
  )
  return () => void client.dispose()
}
