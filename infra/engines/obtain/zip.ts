import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

interface Entry {
  name: string
  mode: number
  method: number
  start: number
  packed: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** Unpacks a zip (a Python wheel is one) into a folder, keeping what is executable so. Zip64 is not needed and refused. */
export async function unzip(file: string, folder: string): Promise<void> {
  const zip = await readFile(file)
  for (const entry of entries(zip)) {
    const target = placeOf(folder, entry.name)
    if (entry.name.endsWith('/')) continue
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, contents(zip, entry), { mode: entry.mode & 0o111 ? 0o755 : 0o644 })
  }
}

/** Where an entry goes; a name that would leave the folder is refused. */
export function placeOf(folder: string, name: string): string {
  const base = resolve(folder)
  const target = resolve(base, name)
  if (name.includes('\\') || (target !== base && !target.startsWith(base + sep)))
    throw new Error(`The archive holds an unsafe path: ${name}`)
  return target
}

function entries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error('This is not a zip archive.')
  const found: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error('The zip archive is damaged.')
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    found.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      method: zip.readUInt16LE(at + 10),
      start: zip.readUInt32LE(at + 42),
      packed: zip.readUInt32LE(at + 20),
    })
    at += 46 + name + extra + comment
  }
  return found
}

function contents(zip: Buffer, { start, packed, method, name }: Entry): Buffer {
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
  const data = zip.subarray(from, from + packed)
  if (method === 0) return data
  if (method === 8) return inflateRawSync(data)
  throw new Error(`The archive packs ${name} in an unknown way (${method}).`)
}
