import { randomUUID } from 'node:crypto'

/** The gateway's graph as one signed-in caller asks it. */
export class Graph {
  constructor(
    private readonly gateway: string,
    private readonly session: string,
  ) {}

  /** Asks; with a mark, the answer may say that it lags behind that mark. Throws what is refused. */
  async ask<Data>(query: string, variables: object = {}, mark?: string): Promise<{ data: Data; stale: boolean }> {
    const response = await fetch(`${this.gateway}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.session}`,
        ...(mark ? { 'sizhang-after': mark } : {}),
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors, extensions } = (await response.json()) as Answered<Data>
    if (errors?.[0] || !data) throw new Error(`${errors?.[0]?.message} ${JSON.stringify(errors?.[0]?.extensions)}`)
    return { data, stale: extensions?.stale ?? false }
  }

  /** Carries out a command; answers what is selected of its payload, and its mark. */
  async command<Payload>(name: string, input: object, selection: string): Promise<Payload & { mark: string }> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($commandId: ID!, $input: ${type}!) { payload: ${name}(commandId: $commandId, input: $input) { mark ${selection} } }`
    for (;;) {
      try {
        const { data } = await this.ask<{ payload: Payload & { mark: string } }>(query, { commandId: randomUUID(), input })
        return data.payload
      } catch (error) {
        if (!/_UNKNOWN/.test(String(error))) throw error
      }
    }
  }
}

interface Answered<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: object }[]
  extensions?: { stale?: boolean }
}
