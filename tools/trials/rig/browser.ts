import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

/** What a gateway keeps a session in, without TLS. */
const COOKIE = /sizhang-session=([^;]+)/
const FACTS = 'subscription { facts(topics: ["membership.persons"]) { position } }'

/** A stream of facts that is open, and how it ends. */
export interface OpenStream {
  /** Resolves when the gateway has closed it, with the code of the protocol. */
  closed: Promise<{ at: number; code: number }>
  hangUp: () => void
}

/** What a browser does with a session at one of the gateways: its key is a cookie, and may be replaced with an answer. */
export class Browser {
  constructor(
    private readonly gateway: string,
    readonly key: string,
  ) {}

  /** Signs in; the key of the session is kept by whoever asks. */
  static async signIn(gateway: string, account: string, password: string): Promise<Browser> {
    const response = await post(gateway, '/sign-in', { account, password })
    const key = keyIn(response)
    if (!key) throw new Error(`no sign-in as ${account}: ${response.status} ${await response.text()}`)
    return new Browser(gateway, key)
  }

  /** The same session by another key, or at another gateway. */
  with({ key = this.key, gateway = this.gateway }: { key?: string; gateway?: string }): Browser {
    return new Browser(gateway, key)
  }

  /** Asks who is signed in: the status, and the key that takes the place of this one. */
  async ask(): Promise<{ status: number; renewed: string | undefined }> {
    const response = await fetch(`${this.gateway}/session`, { headers: this.headers })
    await response.text()
    return { status: response.status, renewed: keyIn(response) }
  }

  async changePassword(old: string, next: string): Promise<void> {
    const response = await post(this.gateway, '/password', { old, new: next }, this.headers)
    if (!response.ok) throw new Error(`the password was not changed: ${response.status} ${await response.text()}`)
  }

  async signOut(): Promise<void> {
    await post(this.gateway, '/sign-out', {}, this.headers)
  }

  /** Follows facts; resolves when the gateway has let it in. */
  async follow(): Promise<OpenStream> {
    const { headers } = this
    class WithCookie extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers })
      }
    }
    const client = createClient({ url: `${this.gateway.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0 })
    const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()))
    const closed = new Promise<{ at: number; code: number }>((resolve) =>
      client.on('closed', (event) => resolve({ at: Date.now(), code: (event as { code: number }).code })),
    )
    client.subscribe({ query: FACTS }, { next: () => undefined, error: () => undefined, complete: () => undefined })
    await Promise.race([connected, closed])
    return { closed, hangUp: () => void client.dispose() }
  }

  private get headers(): Record<string, string> {
    return { cookie: `sizhang-session=${this.key}` }
  }
}

function post(gateway: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(gateway + path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

const keyIn = ({ headers }: Response) => COOKIE.exec(headers.get('set-cookie') ?? '')?.[1]
