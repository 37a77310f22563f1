import { type App, type Service, services, titles } from '@sizhang/engines'
import { logEnds, type Waiting } from '@sizhang/messaging'
import { kafkaOf, onInstallation } from '../installation'
import type { OpsSettings } from '../settings'
import { number, table } from '../table'
import { figuresOf, type Figures } from './figures'
import { healthOf, type AppHealth } from './health'

/** What is behind for longer wants somebody to look; the docs and the alerts say the same. */
const PATIENCE_SECONDS = 60

/** What was seen, and what of it needs a hand. */
interface Seen {
  rows: string[][]
  needs: string[]
}

const HEAD = ['服务 service', '存活 live', '就绪 ready', '落后 lag', '截至 as of', '待发 outbox', '搁置 parked']
const UNKNOWN = '—'

/** `status`: one table of all apps; answers whether all is well. */
export async function status(settings: OpsSettings, say: (line: string) => void): Promise<boolean> {
  const [healths, { figures, engines }] = await Promise.all([Promise.all([...settings.addresses].map(healthOf)), figuresOfAll(settings)])
  const now = new Date()
  const { rows, needs } = seen(healths, figures, now)
  const all = [...engines, ...needs]
  say(`四长 Sizhang  ${now.toISOString()}\n`)
  for (const line of table([HEAD, ...rows])) say(`  ${line}`)
  say(all.length === 0 ? '\n一切正常 all is well' : '\n需要处理 needs a hand')
  for (const need of all) say(`  ${need}`)
  return all.length === 0
}

/** Where an engine is away, what it would have told is unknown, and that is said. */
async function figuresOfAll(settings: OpsSettings): Promise<{ figures: Map<App, Figures>; engines: string[] }> {
  const figures = new Map<App, Figures>()
  const engines: string[] = []
  const ends = await logEnds(kafkaOf(settings)).catch(
    (error: Error) => void engines.push(`Kafka 没有应答 does not answer: ${error.message}`),
  )
  const looked = onInstallation(settings, async ({ databases, asked }) => {
    for (const service of services) figures.set(service, await figuresOf(service, databases[service], asked, ends ?? undefined))
  })
  await looked.catch((error: Error) => engines.push(error.message.replace('\n', ' ')))
  return { figures, engines }
}

/** One row an app, and a sentence for each thing that needs a hand, with the way out. */
export function seen(healths: readonly AppHealth[], figures: ReadonlyMap<App, Figures>, now: Date): Seen {
  const rows: string[][] = []
  const needs: string[] = []
  for (const app of appsOf(healths)) {
    const health = healths.find((each) => each.app === app)
    const figure = figures.get(app)
    rows.push([`${titles[app]} ${app}`, ...stateOf(health), ...(figure ? figuresAsCells(figure, now) : Array(4).fill(UNKNOWN))])
    if (health) needs.push(...ofHealth(health))
    if (figure) needs.push(...ofFigures(app, figure, now))
  }
  return { rows, needs }
}

/** All services, whether or not an address is known, and the gateway where one is. */
function appsOf(healths: readonly AppHealth[]): App[] {
  return [...services, ...healths.map(({ app }) => app).filter((app) => !services.includes(app as Service))]
}

function stateOf(health: AppHealth | undefined): [string, string] {
  if (!health) return [UNKNOWN, UNKNOWN]
  return [health.live ? '是 yes' : '否 no', health.ready ? '是 yes' : '否 no']
}

function figuresAsCells({ lag, outbox, parked }: Figures, now: Date): string[] {
  return [...(lag ? lagCells(lag, now) : [UNKNOWN, UNKNOWN]), waitingCell(outbox, now), number(parked)]
}

function lagCells(lag: Waiting, now: Date): string[] {
  return [waitingCell(lag, now), lag.since ? lag.since.toISOString() : '此刻 now']
}

function waitingCell({ count, since }: Waiting, now: Date): string {
  return since ? `${number(count)}  ${secondsSince(since, now)} s` : number(count)
}

function secondsSince(since: Date | undefined, now: Date): number {
  return since ? Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000)) : 0
}

function ofHealth({ app, address, answers, live, ready, reasons }: AppHealth): string[] {
  const name = `${titles[app]}服务 ${app}`
  if (!answers)
    return [
      `${name} 在 ${address} 没有应答，请启动它，或用 SERVICES 指明它的地址 does not answer at ${address}: start it, or name its address by SERVICES`,
    ]
  if (!live) return [`${name} 需要重启 has to be started again: ${reasons.join('; ')}`]
  return ready ? [] : [`${name} 尚未就绪 is not ready: ${reasons.join('; ')}`]
}

function ofFigures(app: App, { lag, outbox, parked }: Figures, now: Date): string[] {
  const name = `${titles[app]}服务 ${app}`
  const needs: string[] = []
  if (secondsSince(lag?.since, now) > PATIENCE_SECONDS)
    needs.push(`${name} 落后 ${secondsSince(lag?.since, now)} 秒，请看它的日志 is behind: see its log`)
  if (secondsSince(outbox.since, now) > PATIENCE_SECONDS)
    needs.push(`${name} 有 ${number(outbox.count)} 条事实未发出，请看 Kafka 与它的日志 facts wait for Kafka: see Kafka, then its log`)
  if (parked > 0) needs.push(`${name} 搁置 ${number(parked)} 个聚合 has set aggregates aside: npm run ops -- parked list`)
  return needs
}
