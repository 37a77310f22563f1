import { makeExecutableSchema } from '@graphql-tools/schema'
import { events, topics } from '@sizhang/contracts'
import { StreamRefused, type FactStream, type StreamedFact, type StreamRequest } from '@sizhang/messaging'
import { markText, Rejected, RIGHT_DIRECTIVE, type Grant } from '@sizhang/service-kit'
import type { GraphQLSchema } from 'graphql'
import type { GraphContext } from '../graph/sources'
import { seenBy } from './seen'
import streams from './streams.graphql'

const PREAMBLE = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@shareable"])
  "Point in time, RFC 3339."
  scalar Instant
  ${RIGHT_DIRECTIVE}
`

/** The gateway's own part of the graph, as composition reads it. */
export const ownPart = PREAMBLE + streams
/** The name under which it stands beside the services. */
export const OWN_PART = 'gateway'

/** What goes along with a subscription: what the account is granted, as it is known at each moment. */
export interface FactsContext extends GraphContext {
  grants: () => readonly Grant[]
}

/** The gateway's own part, to be executed: the catalogue of topics, and the stream of facts. */
export function factsSchema(stream: FactStream): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: ['type Query', 'type Subscription', 'scalar Instant', RIGHT_DIRECTIVE, streams],
    resolvers: {
      Query: { factTopics: (_: unknown, __: unknown, { asker }: GraphContext) => topicsIn(asker.language) },
      Fact: { mark: ({ topic, subject, sequence }: StreamedFact) => markText({ topic, id: subject, seq: sequence }) },
      Subscription: {
        facts: {
          subscribe: (_: unknown, request: StreamRequest, { grants }: FactsContext) => told(stream, request, grants),
          resolve: (event: FactEvent) => event.fact,
        },
      },
    },
  })
}

/** What a stream has to say: a fact, or why it ends. GraphQL takes an error that is resolved as one that is thrown. */
interface FactEvent {
  fact: StreamedFact | Error
}

/** The facts as events of a subscription. A refusal, whenever it comes, is the last of them. */
function told(stream: FactStream, request: StreamRequest, grants: FactsContext['grants']): AsyncIterableIterator<FactEvent> {
  const facts = following(stream, request, grants)
  if (facts instanceof Error) return once({ fact: facts })
  let over = false
  return {
    async next() {
      if (over) return { done: true, value: undefined }
      try {
        const next = await facts.next()
        return next.done ? { done: true, value: undefined } : { done: false, value: { fact: next.value } }
      } catch (error) {
        over = true
        return { done: false, value: { fact: refusalOfStream(error) } }
      }
    },
    async return() {
      await facts.return()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function following(stream: FactStream, request: StreamRequest, grants: FactsContext['grants']) {
  try {
    return seenBy(grants, stream.facts({ topics: request.topics ?? undefined, from: request.from ?? undefined }))
  } catch (error) {
    return refusalOfStream(error)
  }
}

async function* once<Event>(event: Event) {
  yield event
}

/** A stream's refusal in the words of the catalogue; anything else as it is. */
export function refusalOfStream(error: unknown): Error {
  if (error instanceof StreamRefused) {
    const { field, value } = error
    return new Rejected(field === 'topics' ? 'TOPIC_UNKNOWN' : 'STREAM_POSITION_INVALID', { field, value: value.slice(0, 200) })
  }
  return error instanceof Error ? error : new Error(String(error))
}

function topicsIn(language: 'zh' | 'en') {
  return topics.map((topic) => ({
    topic,
    types: events.filter((event) => event.topic === topic).map(({ type, summary }) => ({ type, summary: summary[language] })),
  }))
}
