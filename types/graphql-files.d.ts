/** A feature's part of the graph, imported as text: esbuild and jest read it in place. */
declare module '*.graphql' {
  const typeDefs: string
  export default typeDefs
}
