import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'

const FOLDER = 'docs/screenshots'
const WIDTHS = { 1440: 900, 390: 844 } as const
/** Facts that came in a heap are shown by the second. */
const FACTS_STAND_MS = 2_500
const LANGUAGES = ['zh', 'en'] as const

/** The tree on these days, as the time slider shows it. */
const DAYS = ['2016-12-31', '2018-06-10', '2018-06-11', '2020-12-31', '2026-06-30']

/** A page of the portal as the docs show it: its name, and its address, which may depend on what the city holds. */
interface Shot {
  name: string
  address: string
  /** One of a series, which is taken once: in Chinese, on a wide screen. */
  series?: boolean
}

/** Takes the pictures of the docs from a running portal with the demo city: `node tools/run.mjs screenshots --password … --only units,body`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      gateway: { type: 'string', default: 'http://127.0.0.1:4000' },
      account: { type: 'string', default: 'admin' },
      password: { type: 'string' },
      only: { type: 'string', default: '' },
      chromium: { type: 'string', default: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
    },
  })
  if (!values.password) throw new Error('--password is missing: that of an account whose first password was changed')
  mkdirSync(FOLDER, { recursive: true })
  const session = await signIn(values.gateway, values.account, values.password)
  const named = values.only.split(',').filter(Boolean)
  const shots = (await shotsOf(values.gateway, session)).filter(({ name }) => named.length === 0 || named.includes(name))
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  for (const language of LANGUAGES) {
    for (const [width, height] of Object.entries(WIDTHS)) {
      const context = await browser.newContext({
        viewport: { width: Number(width), height },
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      })
      await context.addInitScript((chosen) => localStorage.setItem('sizhang.language', chosen), language)
      const page = await context.newPage()
      const take = async ({ name, address }: Shot) => {
        await settle(page, values.gateway + address)
        await page.screenshot({ path: join(FOLDER, `${name}-${language}-${width}.png`) })
        console.log(`${name}-${language}-${width}.png`)
      }
      if (named.length === 0) await take({ name: 'sign-in', address: '/' })
      await context.addCookies([{ name: 'sizhang-session', value: session, url: values.gateway, httpOnly: true, sameSite: 'Strict' }])
      await context.addInitScript((name) => localStorage.setItem('sizhang.signed-in', name), values.account)
      for (const shot of shots) if (!shot.series || (language === 'zh' && width === '1440')) await take(shot)
      await context.close()
    }
  }
  await browser.close()
}

async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('h1').first().waitFor({ timeout: 30_000 })
  await page.waitForFunction(() => document.querySelector('.loading') === null, undefined, { timeout: 30_000 })
  await page.waitForFunction(factsStand, undefined, { timeout: 30_000, polling: FACTS_STAND_MS })
  const drawn = () => [...document.querySelectorAll('figure.chart')].every((chart) => chart.querySelector('canvas, svg'))
  await page.waitForFunction(drawn, undefined, { timeout: 30_000 })
  await page.evaluate(() => document.fonts.ready)
}

/** Whether the latest facts, where the page has them, are those of the last look. */
function factsStand(): boolean {
  const list = document.querySelector<HTMLElement>('.latest-facts')
  if (!list) return true
  const before = list.dataset['seen']
  list.dataset['seen'] = list.innerText
  return before === list.innerText
}

async function signIn(gateway: string, account: string, password: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${gateway}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ account, password }) })
  const { session } = (await response.json()) as { session?: string }
  if (!session) throw new Error(`no sign-in as ${account}: ${response.status}`)
  return session
}

/** A town's association with a vacancy among its reserved seats, that seat, a blank town, and a head who holds a post there. */
async function shotsOf(gateway: string, session: string): Promise<Shot[]> {
  const query = `{
    cities: units(type: "CITY", first: 1) { nodes { id bodies { id name } } }
    joint: units(type: "VILLAGE", first: 200) { nodes { id covers { code } } }
    firms: units(type: "ENTERPRISE", first: 1) { nodes { id } }
    units(type: "TOWN", first: 50) { nodes { id bodies { id terms { seats { id reservedHead holders { person { id } } } } } } }
    pilots(first: 1) { nodes { id } }
    foundings(first: 20) { nodes { id step } }
    coverage(level: TOWN) { areas(state: BLANK, first: 1) { nodes { area { code } } } }
  }`
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` }
  const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
  const { data } = (await response.json()) as { data: City }
  const towns = data.units.nodes.map(({ id, bodies }) => {
    const reserved = bodies.flatMap(({ terms }) => terms.at(-1)?.seats ?? []).filter(({ reservedHead }) => reservedHead)
    const [vacant, held] = [reserved.find(({ holders }) => holders.length === 0), reserved.find(({ holders }) => holders.length > 0)]
    return { id, body: bodies[0]?.id, seat: vacant?.id, person: held?.holders[0]?.person.id }
  })
  const town = towns.find(({ seat, person }) => seat && person)
  const joint = data.joint.nodes.find(({ covers }) => covers.length > 1)
  const firm = data.firms.nodes[0]
  const group = data.cities.nodes[0]?.bodies.find(({ name }) => name !== null)
  return [
    { name: 'today', address: '/' },
    { name: 'network', address: '/network' },
    ...DAYS.map((day): Shot => ({ name: `network-on-${day}`, address: `/network?on=${day}`, series: true })),
    { name: 'network-changes', address: '/network/changes?with=2018-06-01&on=2018-12-31' },
    { name: 'units', address: '/units' },
    { name: 'import-units', address: '/units/import' },
    { name: 'employers', address: '/employers' },
    { name: 'import-covered-employers', address: '/employers/import' },
    { name: 'import-conditions', address: '/units/conditions/import' },
    { name: 'import-seats', address: '/seats/import' },
    { name: 'conditions', address: `/units/${town?.id}/conditions` },
    { name: 'take-founding-step', address: `/foundings/${data.foundings.nodes.find(({ step }) => step === 'REPLY')?.id}/step` },
    { name: 'cover-employers', address: `/units/${firm?.id}/employers/cover` },
    { name: 'note-condition', address: `/units/${town?.id}/conditions/new` },
    { name: 'blank-spots', address: '/blank-spots' },
    { name: 'unit', address: `/units/${town?.id}` },
    { name: 'found-unit', address: `/units/new?area=${data.coverage.areas.nodes[0]?.area.code}` },
    { name: 'move-unit', address: `/units/${town?.id}/move` },
    { name: 'merge-units', address: `/units/${town?.id}/merge` },
    { name: 'split-unit', address: `/units/${joint?.id}/split` },
    { name: 'rename-unit', address: `/units/${town?.id}/rename` },
    { name: 'dissolve-unit', address: `/units/${town?.id}/dissolve` },
    { name: 'body', address: `/bodies/${town?.body}` },
    { name: 'leading-group', address: `/bodies/${group?.id}` },
    { name: 'terms', address: '/terms' },
    { name: 'foundings', address: '/foundings' },
    { name: 'founding', address: `/foundings/${data.foundings.nodes.find(({ step }) => step === 'REPLY')?.id}` },
    { name: 'pilots', address: '/pilots' },
    { name: 'pilot', address: `/pilots/${data.pilots.nodes[0]?.id}` },
    { name: 'area-proposals', address: '/areas/proposals' },
    { name: 'import-areas', address: '/areas/import' },
    { name: 'area-proposal', address: '/areas/proposals/new' },
    { name: 'appoint', address: `/seats/${town?.seat}/appoint` },
    { name: 'people', address: '/people' },
    { name: 'person', address: `/people/${town?.person}` },
    { name: 'activities', address: '/activities' },
    { name: 'record-activity', address: '/activities/new' },
    { name: 'reports', address: '/reports' },
    { name: 'sectors', address: '/reports?view=sectors' },
    { name: 'accounts', address: '/accounts' },
    { name: 'invite-account', address: '/accounts/new' },
    { name: 'why-may', address: '/my-rights' },
    { name: 'my-sign-in', address: '/my-sign-in' },
    { name: 'operation', address: '/operation' },
  ]
}

interface City {
  cities: { nodes: { bodies: { id: string; name: string | null }[] }[] }
  joint: { nodes: { id: string; covers: object[] }[] }
  firms: { nodes: { id: string }[] }
  units: {
    nodes: {
      id: string
      bodies: { id: string; terms: { seats: { id: string; reservedHead: string | null; holders: { person: { id: string } }[] }[] }[] }[]
    }[]
  }
  pilots: { nodes: { id: string }[] }
  foundings: { nodes: { id: string; step: string | null }[] }
  coverage: { areas: { nodes: { area: { code: string } }[] } }
}

await main()
