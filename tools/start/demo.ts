import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apps, type EngineSettings, explain, hasData, services } from '@sizhang/engines'
import { loadDemo } from '../demo'
import { operatorAuthorization } from './operator-token'
import type { Options } from './options'

type State = 'loading' | 'loaded' | 'unwanted'

export interface Demo {
  /** Whether it is still to be loaded, from the beginning or from where it was interrupted. */
  wanted: boolean
  load: (as: { gateway: string; signingKey: string }, say: (line: string) => void) => Promise<void>
}

/** The demo city goes into empty databases alone, unless `--empty` was said then; a load that was interrupted goes on. */
export async function demoOf({ home }: EngineSettings, mongoUri: string, { empty, only }: Options): Promise<Demo> {
  const file = join(home, 'demo.json')
  const keep = (state: State) => writeFileSync(file, JSON.stringify({ state }))
  if (only.length < apps.length) return { wanted: false, load: async () => undefined }
  if (!existsSync(file)) keep(empty || (await hasData(mongoUri, [...services])) ? 'unwanted' : 'loading')
  const { state } = JSON.parse(readFileSync(file, 'utf8')) as { state: State }
  const wanted = state === 'loading' && !empty
  return {
    wanted,
    load: async ({ gateway, signingKey }, say) => {
      if (!wanted) return
      await loadDemo({ gateway, authorization: operatorAuthorization(signingKey), onProgress: progressLines(say) }).then(
        () => {
          keep('loaded')
          say('演示城市已载入 the demo city is loaded')
        },
        (error: unknown) =>
          say(`演示城市未载入完，下次启动继续。The demo city is not complete; the next start goes on.\n${explain(error)}`),
      )
    },
  }
}

/** At most one line a second, and the last. */
function progressLines(say: (line: string) => void) {
  let last = 0
  return ({ done, total, what }: { done: number; total: number; what: string }) => {
    if (done < total && Date.now() - last < 1000) return
    last = Date.now()
    say(`演示城市 demo  ${Math.floor((100 * done) / Math.max(total, 1))} %  ${done} / ${total}  ${what}`)
  }
}
