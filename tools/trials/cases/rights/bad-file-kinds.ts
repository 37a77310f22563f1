import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { Chance } from '../../../demo/chance'

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

const HEAD = 'code,name,level,parent_code,kind,flag'
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MEBIBYTE = 1024 * 1024

/** A village of the city's first town that is in no list. */
const row = (place: number, name = '试村') => `320205001${700 + (place % 300)},${name},village,320205001,village,`
const list = (...rows: string[]) => `${[HEAD, ...rows].join('\n')}\n`
const inUtf16 = Buffer.from(`\ufeff${list(row(1))}`, 'utf16le')
const picture = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')
const entities = '<?xml version="1.0"?><!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/passwd">]><list>&x;</list>'
const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "&a;&a;">`).join('')}]><l>&a8;</l>`

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
const tooLarge = (name: string, body: BadFile['body']): BadFile => ({
  name,
  body,
  status: 413,
  code: /^FILE_TOO_LARGE$/,
  told: ['"max":4'],
})

/** All of them. */
export function badFilesOf(): BadFile[] {
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
    wrongType('a list in UTF-16', () => inUtf16),
    wrongType('a list with a NUL', () => list(row(1, '试\u0000村'))),
    tooLarge('2,000,000 rows', () => endlessRows(2_000_000)),
    tooLarge('one cell of 20 MiB', () => Buffer.concat([Buffer.from(`${HEAD}\n320205001700,`), Buffer.alloc(20 * MEBIBYTE, 'x')])),
    refused('30,000 rows', list(...Array.from({ length: 30_000 }, (_, place) => row(place))), 'FILE_TOO_MANY_ROWS', '"line":20002'),
    refused('a million empty rows and a head', `${'\n'.repeat(1_000_000)}${HEAD}\n`, 'FILE_HAS_NO_ROWS'),
    refused('16,000 columns', `${HEAD}${',x'.repeat(16_000)}\n`, 'FILE_TOO_MANY_COLUMNS', '"line":1'),
    refused('a million columns', `${HEAD}\n${','.repeat(1_000_000)}\n`, 'FILE_TOO_MANY_COLUMNS', '"line":2'),
    refused('a cell of 5,000 signs', list(row(1), row(2, '村'.repeat(5_000))), 'FILE_CELL_TOO_LONG', '"line":3', '"column":"B"'),
    refused(
      'a quote that never closes',
      list(row(1), row(2, '"试'), ...Array.from({ length: 9_000 }, (_, at) => row(at))),
      'FILE_ROW_TOO_LONG',
      '"line":3',
    ),
    refused('a quote amid a cell', list(row(1), row(2, '试"村')), 'FILE_QUOTE_WRONG', '"line":3', '"column":"B"'),
    refused('half a sign', Buffer.from(list(row(1), row(2))).subarray(0, -29), 'FILE_ENCODING_UNKNOWN', '"line":3'),
    refused('a row twice', list(row(1), row(2), row(1)), 'IMPORT_REFUSED', '"line":4', '"columns":["A"]', 'AREA_CODE_TWICE'),
    refused('a code of eleven digits', list(row(1), row(2).slice(1)), 'IMPORT_REFUSED', '"line":3', '"columns":["A"]', 'AREA_CODE_INVALID'),
    refused('a code that was rounded', list(row(1), `3.20205E+11${row(2).slice(12)}`), 'IMPORT_REFUSED', '"line":3', 'AREA_CODE_ROUNDED'),
    refused(
      'a parent that is nowhere',
      list(row(1).replace(',320205001,', ',320205990,')),
      'IMPORT_REFUSED',
      '"line":2',
      '"columns":["D"]',
    ),
    refused('19,000 wrong rows', list(...Array.from({ length: 19_000 }, (_, at) => `x${at},村,,,,`)), 'IMPORT_REFUSED', '"count":19000'),
    refused('a column that nobody asked for', `${HEAD},remark\n${row(1)},旧\n`, 'FILE_COLUMN_UNKNOWN', '"column":"G"'),
    refused('a column twice', `${HEAD},code\n${row(1)},\n`, 'FILE_COLUMN_TWICE', '"column":"G"'),
    refused('without a column', `${HEAD.replace(',kind', '')}\n`, 'FILE_COLUMNS_MISSING', '"value":"kind"'),
    refused('a head alone', `${HEAD}\n`, 'FILE_HAS_NO_ROWS'),
    refused('nothing', '', 'FILE_HAS_NO_ROWS'),
  ]
}

/** A list that ends in the middle of a row, wherever: in a cell, between cells, in a sign. */
export function cutSomewhere(chance: Chance): BadFile {
  const whole = Buffer.from(list(row(1), row(2), row(3)))
  const last = Buffer.byteLength(row(3)) + 1
  const lost = chance.whole(2, last - 1)
  const code = /^(FILE_ROW_NOT_WHOLE|FILE_ENCODING_UNKNOWN)$/
  return { name: `${lost} bytes lost at the end`, body: () => whole.subarray(0, -lost), status: 400, code, told: ['"line":4'] }
}

async function* endlessRows(count: number): AsyncGenerator<Buffer> {
  const heap = 10_000
  yield Buffer.from(`${HEAD}\n`)
  for (let from = 0; from < count; from += heap) {
    yield Buffer.from(`${Array.from({ length: heap }, (_, place) => row(from + place)).join('\n')}\n`)
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
