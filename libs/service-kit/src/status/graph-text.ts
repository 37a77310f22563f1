import text from './status.graphql'

/** The names of a service's own fields for its status. */
export function statusFields(service: string): { query: string; mutation: string } {
  return { query: `${service}Status`, mutation: `retryParkedIn${service.charAt(0).toUpperCase()}${service.slice(1)}` }
}

/** The part of the graph by which a service tells how it is. It is the same for all, but for the names of its root fields: each service owns its own. */
export function statusGraph(service: string): string {
  const { query, mutation } = statusFields(service)
  return text.replace('thisServiceStatus', query).replace('retryParkedInThisService', mutation)
}
