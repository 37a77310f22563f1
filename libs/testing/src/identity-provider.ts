import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, rootFolder, startChild, stopChild, until } from '@sizhang/engines'

const MOST_STEPS = 10
const STARTS_WITHIN = 20_000

/** A running provider, and the settings by which an installation knows it. */
export interface IdentityProviderUnderTest {
  /** On this machine, at which it takes the portal to be. */
  portalPort: number
  settings: Record<string, string>
  /** Goes where a browser was sent, and says who it is there; answers the query with which the provider sends it back. */
  vouch: (address: string, subject: string, secondFactor?: boolean) => Promise<string>
  /** Ends it: from then on nobody answers. */
  stop: () => Promise<void>
}

/** Starts a real OpenID provider for an installation on this machine. It vouches for whoever says who he is. */
export async function startIdentityProvider(): Promise<IdentityProviderUnderTest> {
  const root = rootFolder()
  const portalPort = await freePort()
  const portal = `http://127.0.0.1:${portalPort}`
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const client = { clientId: 'sizhang', clientSecret: 'a secret of the test' }
  const tests = join(root, '.sizhang/test')
  mkdirSync(tests, { recursive: true })
  const folder = mkdtempSync(join(tests, 'provider-'))
  const secretFile = join(folder, 'client-secret')
  writeFileSync(secretFile, `${client.clientSecret}\n`)
  const child = startChild({
    command: process.execPath,
    args: [
      join(root, 'libs/testing/src/provider-process.mjs'),
      JSON.stringify({ port, ...client, returnsTo: `${portal}/sign-in/provider/return` }),
    ],
    cwd: root,
    log: join(folder, 'provider.log'),
    whenWeDie: 'KILL',
  })
  const answers = async () => (await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => undefined))?.ok === true
  if (!(await until(answers, { within: STARTS_WITHIN, every: 50 }))) throw new Error(`the provider did not start, see ${folder}`)
  return {
    portalPort,
    settings: {
      IDENTITY_PROVIDER_ISSUER: issuer,
      IDENTITY_PROVIDER_CLIENT_ID: client.clientId,
      IDENTITY_PROVIDER_CLIENT_SECRET_FILE: secretFile,
      IDENTITY_PROVIDER_NAME_ZH: '无锡市统一身份认证',
      IDENTITY_PROVIDER_NAME_EN: 'the Wuxi identity provider',
      IDENTITY_PROVIDER_SECOND_FACTOR: 'otp,mfa',
      PORTAL_URL: portal,
    },
    vouch: (address, subject, secondFactor = false) =>
      vouch(address, portal, new URLSearchParams({ subject, ...(secondFactor && { amr: 'otp' }) })),
    stop: () => stopChild(child),
  }
}

/** What a browser does there: follows each redirection with its cookies, and fills in the one form. */
async function vouch(address: string, portal: string, said: URLSearchParams): Promise<string> {
  const cookies = new Map<string, string>()
  let to = new URL(address)
  for (let step = 0; step < MOST_STEPS; step++) {
    if (to.origin === new URL(portal).origin) return to.search
    const isForm = to.pathname.startsWith('/interaction/')
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(to, { redirect: 'manual', headers: { cookie }, ...(isForm && { method: 'POST', body: said }) })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${answer.status} at ${to.pathname}: ${await answer.text()}`)
    to = new URL(next, to)
  }
  throw new Error(`the provider did not send the browser back in ${MOST_STEPS} steps`)
}
