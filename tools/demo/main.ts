import { parseArgs } from 'node:util'
import { loadDemo } from './index'
import { outcomeLine, progressLines } from './progress'

/** Loads the demo city into an installation that runs: `SESSION=… node tools/run.mjs demo --gateway http://127.0.0.1:4000`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      gateway: { type: 'string', default: 'http://127.0.0.1:4000' },
      data: { type: 'string' },
      people: { type: 'string' },
      activities: { type: 'string' },
    },
  })
  const { SESSION: session } = process.env
  if (!session) throw new Error('SESSION is missing: the `session` that POST /sign-in answers, of an account that may write')
  const { gateway, data, people, activities } = values
  const outcome = await loadDemo({
    gateway,
    authorization: async () => `Bearer ${session}`,
    onProgress: progressLines((line) => console.log(line)),
    ...(data ? { data } : {}),
    ...(people ? { people: Number(people) } : {}),
    ...(activities ? { activities: Number(activities) } : {}),
  })
  console.log(outcomeLine(outcome))
}

await main()
