import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { Inject, Injectable } from '@nestjs/common'
import { Database, Rejected, SETTINGS } from '@sizhang/service-kit'
import { chunksOf } from '@sizhang/service-kit/files'
import { Schema, type Collection, type Model, type mongo } from 'mongoose'
import { openBytes, sealBytes, type FieldKeys } from '../credentials/sealing'
import type { PaperName } from './file-names.domain'
import { checkSize, kindOf } from './paper-kinds.domain'
import type { Paper } from '../papers/papers.domain'

/** The collection of the pieces. */
export const PAPER_PIECES = 'paper_pieces'

/**
 * A part of what a paper says, encrypted and bound to its place: the first, numbered 0, is what it is called, the others are its bytes. The first
 * says since when it lies there as long as it is not known whether a paper came of it.
 */
export interface Piece {
  _id: string
  /** Name of the key that sealed it. */
  key: string
  sealed: Buffer
  begunAt?: Date
}

/** What came in, and where it lies. */
export type KeptFile = Pick<Paper, 'upload' | 'kind' | 'size' | 'sha256'>

const PIECE = 256 * 1024
const DIGITS = 4
/** Who sends for longer is refused: what lies there unfinished is cleared after twice as long. */
const LONGEST_UPLOAD_MS = 30 * 60_000

/** The bytes of papers, in pieces. */
@Injectable()
export class PiecesStore {
  private readonly model: Model<Piece>
  private readonly collection: Collection<Piece>

  constructor(
    { connection }: Database,
    @Inject(SETTINGS) private readonly keys: FieldKeys,
  ) {
    const schema = new Schema<Piece>({ _id: { type: String, required: true }, key: String, sealed: Buffer, begunAt: Date })
    schema.index({ begunAt: 1 }, { sparse: true }).index({ key: 1 })
    this.model = connection.model<Piece>(PAPER_PIECES, schema, PAPER_PIECES)
    this.collection = connection.collection<Piece>(PAPER_PIECES)
  }

  /**
   * Takes in a file piece by piece, as it comes. Nothing of it is visible: a paper has to be made of it. Refused at once when it is none that is taken
   * or grows too large, and when it breaks off: then nothing of it stays, or the clearing finds it.
   */
  async keep(body: unknown, name: PaperName): Promise<KeptFile> {
    if (!(body instanceof Readable)) throw new Rejected('PAPER_KIND_UNKNOWN', { field: 'file' })
    const [upload, begunAt, hash] = [randomUUID(), new Date(), createHash('sha256')]
    try {
      await this.put(upload, 0, Buffer.from(JSON.stringify(name)), { begunAt })
      let [size, number] = [0, 0]
      let kind: Paper['kind'] | undefined
      for await (const piece of inPieces(body)) {
        kind ??= kindOf(piece)
        size += piece.length
        checkSize(size)
        hash.update(piece)
        await this.put(upload, ++number, piece)
      }
      if (Date.now() - begunAt.getTime() > LONGEST_UPLOAD_MS) throw new Rejected('UNAVAILABLE')
      return { upload, kind: kind ?? kindOf(Buffer.alloc(0)), size, sha256: hash.digest('hex') }
    } catch (error) {
      await this.drop(upload)
      throw error
    }
  }

  /** What is kept belongs to a paper now. */
  async settle(upload: string): Promise<void> {
    await this.collection.updateOne({ _id: pieceId(upload, 0) }, { $unset: { begunAt: '' } })
  }

  /** Deletes what is kept, for good. */
  async drop(upload: string): Promise<void> {
    await this.collection.deleteMany(piecesOf(upload))
  }

  /** What was begun before an instant, and of which it is not known whether a paper came of it. */
  async begunBefore(instant: Date): Promise<string[]> {
    const found = await this.model.find({ begunAt: { $lt: instant } }, { _id: 1 }).lean()
    return found.map(({ _id }) => uploadOf(_id))
  }

  /** What papers are called, by their uploads; one that is gone is not among them. */
  async namesOf(uploads: readonly string[]): Promise<Map<string, PaperName>> {
    const ids = uploads.map((upload) => pieceId(upload, 0))
    const found = await this.collection.find({ _id: { $in: ids } }, { promoteBuffers: true }).toArray()
    return new Map(found.map(({ _id, sealed }) => [uploadOf(_id), JSON.parse(openBytes(this.keys, _id, sealed).toString()) as PaperName]))
  }

  /** The bytes of a paper, piece by piece. Throws where one is missing or was changed: the reader's download breaks off. */
  async *read({ upload, size }: Pick<Paper, 'upload' | 'size'>): AsyncGenerator<Buffer> {
    const found = this.collection.find(piecesOf(upload), { sort: { _id: 1 }, batchSize: 4, promoteBuffers: true })
    let [number, length] = [0, 0]
    for await (const { sealed } of found) {
      const bytes = openBytes(this.keys, pieceId(upload, number), sealed)
      if (number > 0) {
        length += bytes.length
        yield bytes
      }
      number += 1
    }
    if (length !== size) throw new Error(`a paper lacks pieces: ${length} of ${size} bytes are there`)
  }

  private async put(upload: string, number: number, bytes: Buffer, more: Partial<Piece> = {}): Promise<void> {
    const _id = pieceId(upload, number)
    await this.collection.insertOne({ _id, ...sealBytes(this.keys, _id, bytes), ...more })
  }
}

/** Deletes what is kept of an upload, in a database that no service has opened yet. */
export async function dropPieces(database: mongo.Db, upload: string): Promise<void> {
  await database.collection<Piece>(PAPER_PIECES).deleteMany(piecesOf(upload))
}

function pieceId(upload: string, number: number): string {
  return `${upload}.${String(number).padStart(DIGITS, '0')}`
}

function uploadOf(piece: string): string {
  return piece.slice(0, -DIGITS - 1)
}

/** All pieces of an upload: `/` is the sign behind `.`. */
function piecesOf(upload: string): { _id: { $gt: string; $lt: string } } {
  return { _id: { $gt: `${upload}.`, $lt: `${upload}/` } }
}

/** A stream in pieces of one length, the last one shorter. */
async function* inPieces(body: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of chunksOf(body)) {
    waiting.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    const bytes = Buffer.concat(waiting)
    let from = 0
    for (; bytes.length - from >= PIECE; from += PIECE) yield bytes.subarray(from, from + PIECE)
    waiting = [bytes.subarray(from)]
    length = bytes.length - from
  }
  if (length > 0) yield Buffer.concat(waiting)
}
