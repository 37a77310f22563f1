import { join } from 'node:path'
import { addressesIn, type FieldKeySettings, fieldKeySteps, Problem, stepFieldKey } from '@sizhang/engines'
import { confirmed } from './confirm'
import { envLines } from './env-file'

/** Where `npm start` keeps what it needs, and the settings of the services. */
interface Place {
  home: string
  environment: NodeJS.ProcessEnv
}

const ANSWERS_WITHIN_MS = 10_000

/**
 * `field-key next|use|drop`: says what the step changes in `.env`; with `--start` it changes the secrets of `npm start`. The previous key is
 * dropped only when membership says that nothing is left of it; where that cannot be asked, after a confirmation (`--yes`).
 */
export async function replaceFieldKey(
  { home, environment }: Place,
  name: string,
  options: string[],
  say: (line: string) => void,
): Promise<void> {
  const step = fieldKeySteps[name]
  if (!step) throw new Problem(`field-key 之后应为 next、use 或 drop，不是“${name}”。`, `field-key takes next, use or drop, not "${name}".`)
  const isStart = options.includes('--start')
  const change = isStart ? undefined : step(settingsIn(environment))
  if (name === 'drop' && !(await isNothingLeft(environment, options.includes('--yes')))) return
  if (change) return say(envLines({ ...change }))
  const file = join(home, 'secrets.json')
  stepFieldKey(file, step)
  say(`已写入 ${file}，重新启动后生效 written, and holds from the next start on`)
}

function settingsIn({ FIELD_KEY = '', NEXT_FIELD_KEY = '', PREVIOUS_FIELD_KEY = '' }: NodeJS.ProcessEnv): FieldKeySettings {
  return { FIELD_KEY, NEXT_FIELD_KEY, PREVIOUS_FIELD_KEY }
}

async function isNothingLeft(environment: NodeJS.ProcessEnv, yes: boolean): Promise<boolean> {
  const address = addressesIn(environment['SERVICES']).get('membership') ?? ''
  const remaining = await remainingAt(address)
  if (remaining === undefined)
    return confirmed(
      `无法从成员服务（${address}/metrics）得知 sizhang_field_key_remaining，只有它为 0 才可去除。 Membership does not tell what is left: drop the key only where that is 0.`,
      yes,
    )
  if (remaining > 0)
    throw new Problem(
      `还有 ${remaining} 条记录由上一个密钥加密，自动重新加密完成后再去除。`,
      `${remaining} records are still encrypted by the previous key: drop it when membership has encrypted them anew.`,
    )
  return true
}

/** Undefined: membership does not answer, or does not know of a previous key. */
async function remainingAt(address: string): Promise<number | undefined> {
  const metrics = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }).then(
    (response) => response.text(),
    () => '',
  )
  const [, figure] = /^sizhang_field_key_remaining(?:\{[^}]*\})? (\d+)$/m.exec(metrics) ?? []
  return figure === undefined ? undefined : Number(figure)
}
