import { findCommand, run } from '@sizhang/engines'
import { RULES } from './rules'

/** Prometheus' own verdict on rules and on what their tests expect of them; undefined where there is no promtool. */
export async function triedByPromtool(rules = RULES): Promise<string[] | undefined> {
  const promtool = await findCommand('promtool')
  if (!promtool) return undefined
  const results = [
    await run(promtool, ['check', 'rules', rules]),
    await run(promtool, ['test', 'rules', rules.replace('.yml', '.test.yml')]),
  ]
  return results.flatMap(({ code, output }) => (code === 0 ? [] : [output]))
}
