import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem, secretsIn } from '@sizhang/engines'
import { terms, type TermCode } from '@sizhang/service-kit/personal-data'
import { operatorAuthorization } from '../../start/operator-token'
import type { OpsSettings } from '../settings'
import { number, table } from '../table'

/** What membership tells of the terms of keeping. */
interface Retention {
  terms: { code: TermCode; months: number; due: number; oldest: string | null }[]
  lastRun: { on: string; finishedAt: string | null; done: { code: TermCode; count: number }[] } | null
}
interface Answer {
  data?: { retention: Retention } | null
  errors?: { message: string }[]
}

type Say = (line: string) => void

const ANSWERS_WITHIN_MS = 600_000
const FIELDS = '{ terms { code months due oldest } lastRun { on finishedAt done { code count } } }'
const HEAD = ['内容 what', '保存 kept', '起算 after', '到期 due', '最早 oldest', '处理 what is done']

/** `retention`: what of personal data is due, in numbers, and what would be done about it; with `--run` it is done now, as it is each night. */
export async function retention(settings: OpsSettings, isRun: boolean, say: Say): Promise<boolean> {
  const { terms: asked, lastRun } = await answerOf(
    settings,
    isRun ? `mutation { retention: applyRetention ${FIELDS} }` : `{ retention ${FIELDS} }`,
  )
  const rows = asked.map(({ code, months, due, oldest }) => {
    const { name, after, does } = terms[code]
    return [`${name.zh} ${name.en}`, `${months} 个月 months`, after.zh, number(due), oldest ?? '—', `${does.zh} ${does.en}`]
  })
  for (const line of table([HEAD, ...rows])) say(line)
  say(lastRun ? ran(lastRun) : '还没有执行过 nothing was ever done')
  if (!isRun) say('以上只是查看，没有改动 nothing was changed；立即执行 to do it now: npm run ops -- retention --run')
  return lastRun !== null && lastRun.finishedAt !== null
}

function ran({ on, finishedAt, done }: NonNullable<Retention['lastRun']>): string {
  const counts = done.map(({ code, count }) => `${terms[code].name.zh} ${number(count)}`).join('，') || '无到期 nothing was due'
  return finishedAt
    ? `最近执行 last run  ${on}  ${counts}`
    : `${on} 的执行未完成，稍后自动继续 the run of ${on} is not finished and goes on by itself  ${counts}`
}

async function answerOf(settings: OpsSettings, query: string): Promise<Retention> {
  const address = settings.addresses.get('membership')
  const authorization = await operatorAuthorization(signingKeyOf(settings))()
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh', authorization },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  }).catch(() => {
    throw new Problem(
      `membership（${address}）没有应答。到期处理由服务自己进行：请启动它，或检查 SERVICES。`,
      `membership (${address}) does not answer. The service itself does the work: start it, or see SERVICES.`,
    )
  })
  const { data, errors } = (await response.json()) as Answer
  if (data) return data.retention
  throw new Problem(errors?.[0]?.message ?? `membership 回答 ${response.status}。`, `membership answers ${response.status}.`)
}

/** Tools sign for themselves, by the key of the installation (ADR 13). */
function signingKeyOf({ signingKey, home }: OpsSettings): string {
  const file = join(home, 'secrets.json')
  if (signingKey) return signingKey
  if (existsSync(file)) return secretsIn(file).callerSigningKey
  throw new Problem(
    '没有 CALLER_SIGNING_KEY，无法询问 membership。请使用与服务相同的设置。',
    'No CALLER_SIGNING_KEY: use the settings that the services have.',
  )
}
