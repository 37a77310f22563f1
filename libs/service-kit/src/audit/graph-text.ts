import text from './audit.graphql'

/** Membership owns the accounts; to the others they are references. */
export const OWNS_ACCOUNTS = 'membership'
const ACCOUNT_REFERENCE = 'type Account @key(fields: "id", resolvable: false) {\n  id: ID!\n}\n'

/** The part of the graph by which a service shows its audit, under a field of its own name. */
export function auditGraph(service: string): string {
  return (service === OWNS_ACCOUNTS ? '' : ACCOUNT_REFERENCE) + text.replace('thisServiceAudit', `${service}Audit`)
}
