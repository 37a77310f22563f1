import '@apollo/client'

declare module '@apollo/client' {
  // Apollo's way to let the types of `useQuery` know the defaults below.
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all'
      }
      interface Query {
        errorPolicy: 'all'
      }
    }
  }
}
