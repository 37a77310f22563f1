// A real OpenID provider as a process of its own, as its packages are ES modules and Jest runs none: `startIdentityProvider` starts it.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'

const { port, clientId, clientSecret, returnsTo } = JSON.parse(process.argv[2] ?? '{}')
const issuer = `http://127.0.0.1:${port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [returnsTo],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  cookies: { keys: ['a key of the test'] },
  claims: { openid: ['sub', 'amr'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  // Nobody is asked for consent: the provider and the portal are the city's own.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ accountId: oidc.session?.accountId, clientId })
    grant.addOIDCScope('openid')
    await grant.save()
    return grant
  },
})
const answer = provider.callback()

/** Asks who somebody is, and believes it. */
const PAGE = `<!doctype html><html lang="en"><title>Identity provider</title><main><h1>Identity provider</h1><form method="post">
<label>Subject <input name="subject" autofocus></label> <label>Second factor <input type="checkbox" name="amr" value="otp"></label>
<button>Go on</button></form></main></html>`

async function interact(request, response) {
  if (request.method === 'GET') return response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
  const said = new URLSearchParams(await text(request))
  const login = { accountId: said.get('subject') ?? '', amr: ['pwd', ...said.getAll('amr')] }
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

createServer((request, response) => {
  if (request.url?.startsWith('/interaction/')) void interact(request, response)
  else void answer(request, response)
}).listen(port, '127.0.0.1')
