import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  callerKeySteps,
  type EngineSettings,
  engineSettings,
  explain,
  findLocal,
  generateSecrets,
  kafka,
  mongo,
  Problem,
  startEngines,
  stopEngines,
} from '@sizhang/engines'
import { confirmed } from './confirm'
import { envFile, envLines } from './env-file'
import { replaceFieldKey } from './field-key'

const USAGE =
  'up | down | status | reset [--yes] | secrets | caller-keys next | use | drop | replace | field-key next | use | drop [--start] [--yes]'
const say = (line: string) => console.log(line)

/**
 * `npm run engines -- up|down|status|reset`: Kafka and MongoDB for developers, left running in the background.
 * `secrets` writes new ones for the `.env` that docker-compose.yml's profile `full` reads, `caller-keys` and `field-key` what a step of replacing
 * the key pair of caller tokens or the key of personal fields changes there.
 */
export async function runCommand([name = '', ...options]: string[]): Promise<void> {
  try {
    const command = commands[name]
    if (!command) {
      throw new Problem(`用法：npm run engines -- ${USAGE}`, `Usage: npm run engines -- ${USAGE}`)
    }
    await command(engineSettings(say), options)
    process.exit(0)
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

const commands: Record<string, (settings: EngineSettings, options: string[]) => Promise<void>> = {
  async up(settings) {
    const { brokers, mongoUri, took } = await startEngines({ ...settings, way: 'local', background: true })
    say(`引擎就绪 engines ready  ${(took / 1000).toFixed(1)} s\nKAFKA_BROKERS=${brokers}\nMONGODB_URI=${mongoUri}`)
  },

  async down(settings) {
    const stopped = await stopEngines(settings)
    say(stopped.length > 0 ? `已停止 stopped  ${stopped.join(', ')}` : '没有运行中的引擎 nothing was running')
  },

  async status(settings) {
    for (const kind of [kafka, mongo]) {
      const running = findLocal(kind, settings)
      say(
        `${kind.title.padEnd(12)} ${running ? `运行中 running  ${kind.address(running.port)}  pid ${running.pid}` : '未运行 not running'}`,
      )
    }
  },

  async secrets() {
    say(envFile(generateSecrets()))
  },

  async 'caller-keys'(_settings, [step = '']) {
    const change = callerKeySteps[step]
    if (!change)
      throw new Problem(
        `caller-keys 之后应为 next、use、drop 或 replace，不是“${step}”。`,
        `caller-keys takes next, use, drop or replace, not "${step}".`,
      )
    say(envLines(change(process.env)))
  },

  'field-key': ({ home }, [step = '', ...options]) => replaceFieldKey({ home, environment: process.env }, step, options, say),

  async reset(settings, options) {
    const data = join(settings.home, 'data')
    if (!(await confirmed(`将删除 ${data} 的全部数据。 All data in ${data} will be deleted.`, options.includes('--yes')))) return
    await stopEngines(settings)
    await rm(data, { recursive: true, force: true })
    say('已清空 cleared')
  },
}
