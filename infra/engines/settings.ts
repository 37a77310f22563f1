import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface EngineSettings {
  /** The repository. */
  root: string
  /** Data, logs and pid files; one set of engines a folder. */
  home: string
  /** Downloads, kept between sets. */
  downloads: string
  kafkaPort: number
  mongoPort: number
  /** Goes before addresses that the environment gives. Left out: the first way that fits. */
  way?: 'docker' | 'local'
  /** Leave the engines running when this process ends. */
  background?: boolean
  say: (line: string) => void
}

/** The developer's engines: `.sizhang` in the repository, ports from KAFKA_PORT and MONGODB_PORT (9092, 27017). */
export function engineSettings(say: (line: string) => void, env: NodeJS.ProcessEnv = process.env): EngineSettings {
  const root = rootFolder()
  const home = resolve(root, env['SIZHANG_HOME'] ?? '.sizhang')
  return {
    root,
    home,
    downloads: join(root, '.sizhang/engines'),
    kafkaPort: Number(env['KAFKA_PORT'] ?? 9092),
    mongoPort: Number(env['MONGODB_PORT'] ?? 27017),
    say,
  }
}

/** The repository's folder, found upwards from the working directory. */
export function rootFolder(from = process.cwd()): string {
  if (existsSync(join(from, 'nx.json')) && existsSync(join(from, 'tools/run.mjs'))) return from
  if (dirname(from) === from) throw new Error('Not inside the repository: no folder above holds nx.json and tools/run.mjs.')
  return rootFolder(dirname(from))
}
