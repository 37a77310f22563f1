import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findCommand, Problem, requireRoom, run } from '../../processes'
import { requireSha256 } from './checksum'
import { kafkaJars } from './kafka-jars'

export const kafkaVersion = '4.4.0'
const pom = 'infra/engines/obtain/pom.xml'

/** The folder of Kafka's jars, resolved by Maven and checked one by one when it is not there yet. */
export async function obtainKafka(downloads: string, root: string, say: (line: string) => void): Promise<string> {
  const folder = join(downloads, `kafka-${kafkaVersion}`)
  if (existsSync(folder)) return folder
  await requireRoom(downloads, 300)
  const started = Date.now()
  say(`下载 Kafka ${kafkaVersion} / downloading Kafka ${kafkaVersion}`)
  const unchecked = `${folder}.${process.pid}`
  await rm(unchecked, { recursive: true, force: true })
  await mkdir(unchecked, { recursive: true })
  await resolveJars(join(root, pom), unchecked)
  await checkJars(unchecked)
  await rename(unchecked, folder)
  say(`Kafka ${kafkaVersion} 已就位 / in place  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return folder
}

async function resolveJars(pomFile: string, folder: string): Promise<void> {
  const maven = await findCommand('mvn')
  if (!maven) {
    throw new Problem(
      '缺少 Maven，无法取得 Kafka。请执行：apt-get install -y --no-install-recommends maven',
      'Maven is missing, so Kafka cannot be had. Run: apt-get install -y --no-install-recommends maven',
    )
  }
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`]
  const { code, output } = await run(maven, ['-q', '-B', '-f', pomFile, ...goal])
  if (code === 0) return
  const reason = output
    .split('\n')
    .filter((line) => line.includes('ERROR'))
    .slice(0, 4)
    .join('\n')
  throw new Problem(
    `Maven 无法取得 Kafka ${kafkaVersion}。请检查网络或 Maven 的仓库设置后重试。`,
    `Maven could not obtain Kafka ${kafkaVersion}. Check the network and Maven's repository settings, then try again.\n${reason || output.slice(-600)}`,
  )
}

async function checkJars(folder: string): Promise<void> {
  const found = (await readdir(folder)).sort()
  const wanted = Object.keys(kafkaJars).sort()
  const odd = [...found.filter((jar) => !wanted.includes(jar)), ...wanted.filter((jar) => !found.includes(jar))]
  if (odd.length > 0) {
    throw new Problem(
      `取得的 Kafka 组件与登记的不符：${odd.join('、')}。`,
      `Maven resolved other jars than the pinned ones: ${odd.join(', ')}.`,
    )
  }
  await Promise.all(Object.entries(kafkaJars).map(([jar, sha256]) => requireSha256(join(folder, jar), sha256)))
}
