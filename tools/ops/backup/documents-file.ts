import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** What a file of a backup has to be, so that a cut or changed one is found. */
export interface FileEntry {
  /** Within the backup. */
  path: string
  documents: number
  bytes: number
  /** Of the file as it lies there. */
  sha256: string
}

/** BSON documents one after the other, compressed by gzip: what mongodump writes, too. */
export class DocumentsFile {
  private readonly gzip = createGzip()
  private readonly hash = createHash('sha256')
  private readonly written: Promise<void>
  private documents = 0
  private bytes = 0

  private constructor(
    folder: string,
    private readonly path: string,
  ) {
    const count = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.hash.update(chunk)
        this.bytes += chunk.length
        done(null, chunk)
      },
    })
    this.written = pipeline(this.gzip, count, createWriteStream(join(folder, path), { mode: 0o600, flags: 'wx' }))
    // Awaited at the end; until then a full disk is no unhandled fault.
    this.written.catch(() => undefined)
  }

  /** Begins a file that does not exist yet. */
  static async create(folder: string, path: string): Promise<DocumentsFile> {
    await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
    return new DocumentsFile(folder, path)
  }

  async write(document: Uint8Array): Promise<void> {
    this.documents += 1
    if (!this.gzip.write(document)) await Promise.race([once(this.gzip, 'drain'), this.written])
  }

  async close(): Promise<FileEntry> {
    this.gzip.end()
    await this.written
    return { path: this.path, documents: this.documents, bytes: this.bytes, sha256: this.hash.digest('hex') }
  }
}

/** The documents of a file, in their order. */
export async function* documentsOf(folder: string, path: string): AsyncGenerator<Buffer> {
  const unpacked = createReadStream(join(folder, path)).pipe(createGunzip())
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let size = sizeAt(rest, from); size !== undefined && from + size <= rest.length; size = sizeAt(rest, from)) {
      yield rest.subarray(from, from + size)
      from += size
    }
    rest = rest.subarray(from)
  }
}

/** A BSON document begins with its own length. */
function sizeAt(bytes: Buffer, from: number): number | undefined {
  return bytes.length >= from + 4 ? bytes.readInt32LE(from) : undefined
}

/** Length and checksum of a file as it lies there. */
export async function measured(folder: string, path: string): Promise<Pick<FileEntry, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
