import type { OrganizationUnderTest } from './service'

type Asking = Parameters<OrganizationUnderTest['get']>[1]

/** What became of a list that was sent. */
interface Sent {
  status: number
  body: Record<string, unknown> & { error: { code: string; details: { rows: object[] } & Record<string, unknown> } }
}

/** One kind of list, sent and fetched. */
export interface ListsSent {
  imported: (list: string | Buffer, asking?: Asking) => Promise<Sent>
  checked: (list: string | Buffer, asking?: Asking) => Promise<Sent>
  /** The lines of an answer that tells how far it is. */
  toldMeanwhile: (list: string) => Promise<Record<string, unknown>[]>
  exported: (query?: string, asking?: Asking) => Promise<string>
}

/** Sends lists of one kind to a service, and fetches them. */
export function sendsLists(organization: OrganizationUnderTest, path: string): ListsSent {
  const csv = { 'content-type': 'text/csv' }
  const sending = async (query: string, list: string | Buffer, asking: Asking): Promise<Sent> => {
    const response = await organization.send(`${path}${query}`, list, csv, asking)
    return { status: response.status, body: (await response.json()) as Sent['body'] }
  }
  return {
    imported: (list, asking = {}) => sending('', list, asking),
    checked: (list, asking = {}) => sending('?dryRun=true', list, asking),
    toldMeanwhile: async (list) => {
      const response = await organization.send(path, list, { ...csv, accept: 'application/x-ndjson' })
      const lines = (await response.text()).trimEnd().split('\n')
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    },
    exported: async (query = '', asking = {}) => (await organization.get(`${path}${query}`, asking)).text(),
  }
}
