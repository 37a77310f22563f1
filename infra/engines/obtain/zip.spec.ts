import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { placeOf, unzip } from './zip'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'unzip-'))))
afterEach(() => rm(folder, { recursive: true }))

test('a packed program is unpacked as it was, and stays executable', async () => {
  await unzip(zipOf('bin/program', 'x'.repeat(5000), 0o100755), join(folder, 'out'))
  expect(await readFile(join(folder, 'out/bin/program'), 'utf8')).toBe('x'.repeat(5000))
  expect((await stat(join(folder, 'out/bin/program'))).mode & 0o777).toBe(0o755)
})

test('a text file is not made executable', async () => {
  await unzip(zipOf('notes.txt', 'text', 0o100644), join(folder, 'out'))
  expect((await stat(join(folder, 'out/notes.txt'))).mode & 0o111).toBe(0)
})

test.each(['../outside', '/etc/passwd', 'in/../../outside', 'in\\..\\outside'])(
  'a path that leaves the folder is refused: %s',
  async (name) => {
    expect(() => placeOf(folder, name)).toThrow('unsafe path')
    await expect(unzip(zipOf(name, 'x', 0o100644), join(folder, 'out'))).rejects.toThrow('unsafe path')
  },
)

test('a path inside the folder is allowed', () => {
  expect(placeOf('/data', 'a/../b')).toBe('/data/b')
})

test('what is no zip archive is refused', async () => {
  writeFileSync(join(folder, 'half.whl'), 'half a download')
  await expect(unzip(join(folder, 'half.whl'), join(folder, 'out'))).rejects.toThrow('not a zip archive')
})

/** A zip of one deflated entry; its checksum is left out, as a wheel's whole file is checked before. */
function zipOf(name: string, text: string, mode: number): string {
  const data = deflateRawSync(text)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(data.length, 4)
  sizes.writeUInt32LE(text.length, 8)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(Buffer.byteLength(name), 0)
  const version = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), version, sizes, lengths, Buffer.from(name), data])
  const attributes = Buffer.alloc(14)
  attributes.writeUInt32LE(mode * 65_536, 6)
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), version, sizes, lengths, attributes])
  const directory = Buffer.concat([entry, Buffer.from(name)])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(local.length, 12)
  const file = join(folder, 'archive.whl')
  writeFileSync(file, Buffer.concat([local, directory, Buffer.from('PK\x05\x06'), end]))
  return file
}
