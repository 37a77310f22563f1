import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { SetContextLink } from '@apollo/client/link/context'
import { ErrorLink } from '@apollo/client/link/error'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { OperationTypeNode } from 'graphql'
import { map } from 'rxjs'
import { chosenLanguage } from '../language/languages'
import { hashOf } from './hashes'
import { keepMark, marksHeader, marksIn } from './marks'
import { noteStaleness } from './staleness'

/** Who wants to know what the graph thinks of the reader. */
interface Listening {
  /** The gateway no longer knows who asks. */
  signedOut: () => void
  /** Something was asked to which the reader has no right, or none any more. */
  refused: () => void
}

/** The client of the graph. */
export function createGraphClient(listening: Listening): ApolloClient {
  return new ApolloClient({
    link: ApolloLink.from([onStrangers(listening), withMarks(), withHeaders(), byHash(), new HttpLink({ uri: '/graphql' })]),
    cache: new InMemoryCache({ typePolicies }),
    // A page that is opened again shows what it had and asks anew; a service that is away costs its fields, not the page.
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first', errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
    },
  })
}

/** What has a key of its own is kept once; figures belong to the question that was asked. */
const typePolicies = { Area: { keyFields: ['code'] }, Role: { keyFields: ['code'] } }

/** Operations go out as the hash of their text; the gateway asks for the text where it does not know the hash. */
function byHash(): ApolloLink {
  return new PersistedQueryLink({ generateHash: hashOf })
}

function withHeaders(): ApolloLink {
  return new SetContextLink(({ headers }) => {
    const after = marksHeader()
    return { headers: { ...headers, 'accept-language': chosenLanguage(), ...(after && { 'sizhang-after': after }) } }
  })
}

function withMarks(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        if (operation.operationType === OperationTypeNode.MUTATION) marksIn(result.data).forEach((mark) => keepMark(mark))
        else noteStaleness(operation.operationName ?? '', Boolean(result.extensions?.stale))
        return result
      }),
    ),
  )
}

function onStrangers({ signedOut, refused }: Listening): ApolloLink {
  return new ErrorLink(({ error }) => {
    if (ServerError.is(error) && error.statusCode === 401) signedOut()
    if (!CombinedGraphQLErrors.is(error)) return
    const codes = error.errors.map(({ extensions }) => extensions?.code)
    if (codes.includes('UNAUTHENTICATED')) signedOut()
    else if (codes.includes('FORBIDDEN')) refused()
  })
}
