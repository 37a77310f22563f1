import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apps, type EngineSettings, explain, hasData, services } from '@sizhang/engines'
import { loadDemo } from '../demo'
import { outcomeLine, progressLines } from '../demo/progress'
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
        (outcome) => {
          keep('loaded')
          say(outcomeLine(outcome))
        },
        (error: unknown) =>
          say(`演示城市未载入完，下次启动继续。The demo city is not complete; the next start goes on.\n${explain(error)}`),
      )
    },
  }
}
