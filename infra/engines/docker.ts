import { join } from 'node:path'
import { findCommand, loopback, Problem, run } from '../processes'
import type { Kind } from './local'
import type { EngineSettings } from './settings'

/** Whether a Docker engine with compose answers; if not, why. */
export async function whyNoDocker(): Promise<string | undefined> {
  const docker = await findCommand('docker')
  if (!docker) return 'no docker command on the PATH'
  const engine = await run(docker, ['info', '--format', '{{.ServerVersion}}'], { timeout: 5000 })
  if (engine.code !== 0) return engine.output.split('\n').at(-1) ?? 'docker info failed'
  const compose = await run(docker, ['compose', 'version'], { timeout: 5000 })
  return compose.code === 0 ? undefined : 'docker compose is not installed'
}

/** Brings the engines of docker-compose.yml up and waits until they are healthy. */
export async function startDocker(kinds: Kind[], settings: EngineSettings): Promise<void> {
  settings.say('启动 Docker 容器 / docker compose up')
  const { code, output } = await compose(settings, ['up', '--detach', '--wait', ...kinds.map(({ name }) => name)])
  if (code === 0) return
  const reason = output.split('\n').slice(-4).join('\n')
  throw new Problem(`Docker 没有启动 Kafka 与 MongoDB。`, `docker compose did not start Kafka and MongoDB:\n${reason}`)
}

/** Stops the containers; their volumes keep the data unless told otherwise. */
export async function stopDocker(settings: EngineSettings, { dropData = false } = {}): Promise<void> {
  await compose(settings, ['down', ...(dropData ? ['--volumes'] : [])])
}

/** Where a container of docker-compose.yml is reached from this machine. */
export function dockerAddress({ name }: Kind, { kafkaPort, mongoPort }: EngineSettings): string {
  return name === 'kafka' ? `${loopback}:${kafkaPort}` : `mongodb://${loopback}:${mongoPort}/?directConnection=true`
}

function compose({ root, kafkaPort, mongoPort }: EngineSettings, args: string[]) {
  const env = { ...process.env, KAFKA_PORT: String(kafkaPort), MONGODB_PORT: String(mongoPort) }
  return run('docker', ['compose', '--project-name', `sizhang-${kafkaPort}`, '--file', join(root, 'docker-compose.yml'), ...args], { env })
}
