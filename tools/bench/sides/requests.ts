import { Pool } from 'undici'

interface Answered<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: object }[]
  extensions?: { stale?: boolean }
}

/** A client of a graph that costs little beside what it asks: kept connections, a body and its answer. */
export class Requests {
  private readonly pool: Pool

  /** @param authorization the header; asked before each request, as it may be renewed */
  constructor(
    url: string,
    private readonly authorization: () => Promise<string>,
    connections = 16,
  ) {
    this.pool = new Pool(url, { connections })
  }

  /** Asks the graph. Throws what is refused, so that no side is fast because it failed. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    return (await this.post<Data>({ query, variables })).data
  }

  /** Asks a service whether it still lags behind a mark; it waits a while for it before it answers. */
  async lags(mark: string): Promise<boolean> {
    return (await this.post({ query: '{ __typename }' }, { 'sizhang-after': mark })).extensions?.stale ?? false
  }

  /** Asks and gives the answer as it came, unread, for clients that are to cost as little as can be. */
  async text(body: string): Promise<string> {
    return (await this.send(body, {})).text()
  }

  close(): Promise<void> {
    return this.pool.close()
  }

  private async post<Data>(question: object, headers: Record<string, string> = {}) {
    const { data, errors, extensions } = (await (await this.send(JSON.stringify(question), headers)).json()) as Answered<Data>
    if (errors?.[0] || !data) throw new Error(`${errors?.[0]?.message} ${JSON.stringify(errors?.[0]?.extensions)}`)
    return { data, extensions }
  }

  private async send(body: string, headers: Record<string, string>) {
    const common = { 'content-type': 'application/json', authorization: await this.authorization() }
    return (await this.pool.request({ method: 'POST', path: '/graphql', headers: { ...common, ...headers }, body })).body
  }
}
