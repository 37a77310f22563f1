import { Pool } from 'undici'

interface Answered<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: object }[]
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
  async ask<Data>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Data> {
    const { body } = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: await this.authorization(), ...headers },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await body.json()) as Answered<Data>
    if (errors?.[0] || !data) throw new Error(`${errors?.[0]?.message} ${JSON.stringify(errors?.[0]?.extensions)}`)
    return data
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}
