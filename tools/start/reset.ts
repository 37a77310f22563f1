import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type EngineSettings, Problem, stopDocker, stopEngines } from '@sizhang/engines'
import { confirmed } from '../engines/confirm'

/** Deletes data and secrets, after asking. Databases that the environment names are not ours to delete. */
export async function reset(settings: EngineSettings, { yes }: { yes: boolean }): Promise<void> {
  if (process.env['KAFKA_BROKERS'] || process.env['MONGODB_URI']) {
    throw new Problem(
      '--reset 只清空本机数据；KAFKA_BROKERS 与 MONGODB_URI 指定的数据请自行清空。',
      '--reset clears local data only; what KAFKA_BROKERS and MONGODB_URI name is yours to clear.',
    )
  }
  const warning = `将删除 ${settings.home} 中的全部数据与密钥。 All data and secrets in ${settings.home} will be deleted.`
  if (!(await confirmed(warning, yes))) throw new Problem('已取消，未删除任何数据。', 'Cancelled; nothing was deleted.')
  await stopEngines(settings)
  if (settings.way !== 'local') await stopDocker(settings, { dropData: true })
  for (const kept of ['data', 'gateway', 'logs', 'secrets.json', 'demo.json']) {
    await rm(join(settings.home, kept), { recursive: true, force: true })
  }
}
