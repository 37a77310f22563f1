import { isAscii, isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { Rejected } from '../rules'
import { chunksOf } from './rest-of-body'

/** The encodings of files that are taken; Chinese spreadsheets write either. */
export type Encoding = 'UTF-8' | 'GBK'

/** What came in a file of text. */
export interface Content {
  bytes: Buffer
  encoding: Encoding
}

const MEBIBYTE = 1024 * 1024
const LINE_END = 0x0a
const BYTE_ORDER_MARK = Buffer.from('\ufeff')
/** How workbooks (.xlsx, .xls) and archives begin. */
const PACKED = ['504b0304', '504b0506', 'd0cf11e0', '1f8b', '377abcaf', '52617221']

/** Takes an upload as it comes, up to so many bytes. Refuses at once what is larger, and what is no text in UTF-8 or GBK; nothing is ever unpacked. */
export async function contentOf(body: unknown, mediaType: string | undefined, most: number): Promise<Content> {
  if (!(body instanceof Readable)) throw new Rejected('FILE_MEDIA_TYPE', { field: 'file', value: mediaType ?? '' })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(body)) {
    chunks.push(chunk)
    size += chunk.length
    if (size <= most) continue
    refuseOtherTypes(chunks[0] ?? chunk)
    throw new Rejected('FILE_TOO_LARGE', { field: 'file', max: most / MEBIBYTE })
  }
  const bytes = Buffer.concat(chunks, size)
  refuseOtherTypes(bytes)
  return { bytes, encoding: encodingOf(bytes) }
}

function refuseOtherTypes(bytes: Buffer): void {
  const beginning = bytes.subarray(0, 8).toString('hex')
  if (PACKED.some((signature) => beginning.startsWith(signature))) throw new Rejected('FILE_IS_PACKED', { field: 'file' })
  const isMarkup = /^\s*</.test(bytes.subarray(0, 64).toString())
  if (bytes.includes(0) || isMarkup || bytes.subarray(0, 4).toString() === '%PDF') throw new Rejected('FILE_IS_NO_TABLE', { field: 'file' })
}

/**
 * Nearly every text in UTF-8 can be read as GBK, too, as other signs: so a file of which half the lines are UTF-8 is a damaged one, and is refused
 * with its first bad line.
 */
function encodingOf(bytes: Buffer): Encoding {
  if (isUtf8(bytes)) return 'UTF-8'
  const gbk = new TextDecoder('gb18030', { fatal: true })
  let [line, inUtf8, inOther, firstOther, firstUnknown] = [0, 0, 0, 0, 0]
  for (const text of linesOf(bytes)) {
    line += 1
    if (isAscii(text)) continue
    if (isUtf8(text)) inUtf8 += 1
    else {
      inOther += 1
      firstOther ||= line
    }
    if (!firstUnknown && !isGbk(gbk, text)) firstUnknown = line
  }
  const isDamaged = inUtf8 >= inOther || bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
  if (isDamaged || firstUnknown) throw new Rejected('FILE_ENCODING_UNKNOWN', { field: 'file', line: isDamaged ? firstOther : firstUnknown })
  return 'GBK'
}

function isGbk(decoder: TextDecoder, text: Buffer): boolean {
  try {
    decoder.decode(text)
    return true
  } catch {
    return false
  }
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(LINE_END, from)
    const next = end < 0 ? bytes.length : end + 1
    yield bytes.subarray(from, next)
    from = next
  }
}
