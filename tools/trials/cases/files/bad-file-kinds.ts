import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { Chance } from '../../../demo/chance'
import { listOf, ROWS, type TriedList } from './tried-lists'

/** A file that must not be taken, and what has to be said of it. */
export interface BadFile {
  name: string
  body: () => string | Buffer | AsyncIterable<Buffer>
  type?: string
  status: number
  code: RegExp
  /** Words of the answer: rows and columns. */
  told: readonly string[]
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MEBIBYTE = 1024 * 1024
const picture = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')
const entities = '<?xml version="1.0"?><!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/passwd">]><list>&x;</list>'
const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "&a;&a;">`).join('')}]><l>&a8;</l>`
/** The first byte after the first of a sign. */
const IN_A_SIGN = 0x80

const wrongType = (name: string, body: BadFile['body'], type?: string): BadFile => ({
  name,
  body,
  ...(type ? { type } : {}),
  status: 400,
  code: /^FILE_IS_NO_TABLE$/,
  told: ['"field":"file"'],
})
const packed = (name: string, body: BadFile['body'], type?: string): BadFile => ({
  ...wrongType(name, body, type),
  code: /^FILE_IS_PACKED$/,
})
const refused = (name: string, body: string | Buffer, code: string, ...told: string[]): BadFile => ({
  name,
  body: () => body,
  status: 400,
  code: new RegExp(`^${code}$`),
  told,
})

/** What must not be taken as any list, made of this one. */
export function badFilesOf(tried: TriedList): BadFile[] {
  const { columns, words, most, twice } = tried
  // None that is kept: what is there already is refused for nothing, however often it comes.
  const row = (place: number, text?: string) => tried.row(ROWS + place, text)
  const head = columns.join()
  const list = (...rows: string[]) => listOf(tried, ...rows)
  const rows = (count: number) => Array.from({ length: count }, (_, place) => row(place))
  const letterBehind = String.fromCharCode('A'.charCodeAt(0) + columns.length)
  const tooLarge = { status: 413, code: /^FILE_TOO_LARGE$/, told: [`"max":${most.mebibytes}`] }
  return [
    packed('a workbook that unpacks to 300 MiB', () => zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300 * MEBIBYTE, '<row/>')), WORKBOOK),
    packed(
      'an archive within an archive',
      () => zipOf('inner.zip', zipOf('list.csv', Buffer.from(list(row(1))))),
      'application/octet-stream',
    ),
    packed('a list that gzip packed twice', () => gzipSync(gzipSync(Buffer.alloc(100 * MEBIBYTE)))),
    wrongType('XML with an external entity', () => entities),
    wrongType('XML whose entities multiply', () => laughs),
    wrongType('a picture that is called a workbook', () => picture, WORKBOOK),
    wrongType('a list in UTF-16', () => Buffer.from(`\ufeff${list(row(1))}`, 'utf16le')),
    wrongType('a list with a NUL', () => list(row(1, '试\u0000村'))),
    { name: '2,000,000 rows', body: () => endless(head, rows, 2_000_000), ...tooLarge },
    { name: 'one cell of 20 MiB', body: () => Buffer.concat([Buffer.from(`${head}\n`), Buffer.alloc(20 * MEBIBYTE, 'x')]), ...tooLarge },
    refused(
      'a row more than are taken',
      list(...rows(most.rows), ...rows(1)),
      'FILE_TOO_MANY_ROWS',
      `"line":${most.rows + 2}`,
      `"max":${most.rows}`,
    ),
    refused('a million empty rows and a head', `${'\n'.repeat(1_000_000)}${head}\n`, 'FILE_HAS_NO_ROWS'),
    refused('16,000 columns', `${head}${',x'.repeat(16_000)}\n`, 'FILE_TOO_MANY_COLUMNS', '"line":1'),
    refused('a million columns', `${head}\n${','.repeat(1_000_000)}\n`, 'FILE_TOO_MANY_COLUMNS', '"line":2'),
    refused('a cell of 5,000 signs', list(row(1), row(2, '村'.repeat(5_000))), 'FILE_CELL_TOO_LONG', '"line":3', `"column":"${words}"`),
    refused('a quote that never closes', list(row(1), row(2, '"试'), ...rows(most.rows / 2)), 'FILE_ROW_TOO_LONG', '"line":3'),
    refused('a quote amid a cell', list(row(1), row(2, '试"村')), 'FILE_QUOTE_WRONG', '"line":3', `"column":"${words}"`),
    refused('half a sign', halfASign(list(row(1), row(2))), 'FILE_ENCODING_UNKNOWN', '"line":3'),
    refused('a row twice', list(row(1), row(2), row(1)), 'IMPORT_REFUSED', '"line":4', `"columns":["${twice.letter}"]`, twice.code),
    refused('nothing but wrong cells', list(...rows(most.rows - 1_000).map(() => columns.map(() => 'x').join())), 'IMPORT_REFUSED'),
    refused('a column that nobody asked for', `${head},remark\n${row(1)},旧\n`, 'FILE_COLUMN_UNKNOWN', `"column":"${letterBehind}"`),
    refused('a column twice', `${head},${columns[0] ?? ''}\n${row(1)},\n`, 'FILE_COLUMN_TWICE', `"column":"${letterBehind}"`),
    refused('without a column', `${columns.toSpliced(1, 1).join()}\n`, 'FILE_COLUMNS_MISSING', columns[1] ?? ''),
    refused('a head alone', `${head}\n`, 'FILE_HAS_NO_ROWS'),
    refused('nothing', '', 'FILE_HAS_NO_ROWS'),
  ]
}

/** What must not be taken as a list of areas. */
export function badAreasOf(tried: TriedList): BadFile[] {
  const { row } = tried
  const list = (...rows: string[]) => listOf(tried, ...rows)
  return [
    refused('a code of eleven digits', list(row(1), row(2).slice(1)), 'IMPORT_REFUSED', '"line":3', '"columns":["A"]', 'AREA_CODE_INVALID'),
    refused('a code that was rounded', list(row(1), `3.20205E+11${row(2).slice(12)}`), 'IMPORT_REFUSED', '"line":3', 'AREA_CODE_ROUNDED'),
    refused(
      'a parent that is nowhere',
      list(row(1).replace(',320205001,', ',320205990,')),
      'IMPORT_REFUSED',
      '"line":2',
      '"columns":["D"]',
    ),
  ]
}

/** A list that ends in the middle of a row, wherever: in a cell, between cells, in a sign. */
export function cutSomewhere(tried: TriedList, chance: Chance): BadFile {
  const { row } = tried
  const whole = Buffer.from(listOf(tried, row(1), row(2), row(3)))
  const last = Buffer.byteLength(row(3)) + 1
  const lost = chance.whole(row(3).length - row(3).lastIndexOf(',') + 1, last - 1)
  const code = /^(FILE_ROW_NOT_WHOLE|FILE_ENCODING_UNKNOWN)$/
  return { name: `${lost} bytes lost at the end`, body: () => whole.subarray(0, -lost), status: 400, code, told: ['"line":4'] }
}

/** A file that ends within its last sign of more than one byte. */
function halfASign(text: string): Buffer {
  const bytes = Buffer.from(text)
  return bytes.subarray(
    0,
    bytes.findLastIndex((byte) => byte >= IN_A_SIGN),
  )
}

async function* endless(head: string, rows: (count: number) => string[], count: number): AsyncGenerator<Buffer> {
  const heap = Buffer.from(`${rows(10_000).join('\n')}\n`)
  yield Buffer.from(`${head}\n`)
  for (let from = 0; from < count; from += 10_000) {
    yield heap
    await Promise.resolve()
  }
}

/** A ZIP archive of one file. */
function zipOf(name: string, content: Buffer): Buffer {
  const [packedContent, path] = [deflateRawSync(content), Buffer.from(name)]
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(packedContent.length, 14)
  common.writeUInt32LE(content.length, 18)
  common.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, path, packedContent])
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(14), path])
  const end = Buffer.alloc(22)
  Buffer.from('504b0506', 'hex').copy(end)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
