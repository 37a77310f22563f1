import { Readable } from 'node:stream'
import type { Rejected } from '../rules'
import { turnsDuring } from '../testing/turns-during'
import { readCsv } from './csv-read'
import { csvHead, csvLines } from './csv-written'

const COLUMNS = ['code', 'name'] as const
const most = { bytes: 64 * 1024, rows: 3, columns: 4, signs: 20 }

function* inPieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = (file: string | Buffer, size = 7) => readCsv(Readable.from(inPieces(Buffer.from(file), size)), { columns: COLUMNS, most })
const refusal = (file: string | Buffer) =>
  read(file).then(
    () => 'it was read',
    (error: unknown) => error as Rejected,
  )
/** 东亭 in GBK. */
const GBK_NAME = Buffer.from('b6abcda4', 'hex')

test('a table is read by the names of its columns, with the numbers and letters that a spreadsheet gives to rows and columns', async () => {
  expect(await read('\ufeffName , CODE\r\n\r\n 东亭 ,1\r\n,\r\n"安,""镇""\n",2')).toEqual({
    rows: [
      { line: 3, name: '东亭', code: '1' },
      { line: 5, name: '安,"镇"\n', code: '2' },
    ],
    encoding: 'UTF-8',
    letters: { name: 'A', code: 'B' },
  })
})

test('a table may have the heads of its readers in the place of its columns’ names, and both are named where one is missing', async () => {
  const reading = (text: string) =>
    readCsv(Readable.from([Buffer.from(text)]), { columns: COLUMNS, heads: { code: '代码', name: '名称' }, most })
  expect((await reading('名称,CODE\n东亭,1')).rows).toEqual([{ line: 2, name: '东亭', code: '1' }])
  await expect(reading('名称\n东亭')).rejects.toMatchObject({ code: 'FILE_COLUMNS_MISSING', details: { value: '代码（code）' } })
  await expect(reading('名称,name\n东亭,1')).rejects.toMatchObject({ code: 'FILE_COLUMN_TWICE' })
})

test('others have their turn while a long table is read', async () => {
  const long = Buffer.from(`code,name\n${'1,东亭\n'.repeat(100_000)}`)
  const limits = { ...most, bytes: long.length, rows: 100_000 }
  const turns = await turnsDuring(() => readCsv(Readable.from([long]), { columns: COLUMNS, most: limits }))
  expect(turns).toBeGreaterThanOrEqual(long.length / 65_536)
})

test('a table in GBK is read, in whatever pieces it comes', async () => {
  const { rows, encoding } = await read(Buffer.concat([Buffer.from('code,name\n1,'), GBK_NAME]), 1)
  expect({ rows, encoding }).toEqual({ rows: [{ line: 2, code: '1', name: '东亭' }], encoding: 'GBK' })
})

test.each([
  ['=1+1', '\t"x"'],
  ["'=1", ' 村 '],
  ['320205199001010000', 'a\rb'],
  ['\ufeff', 'a\r\nb'],
  ['"', ',"'],
])('what is written is read again: %j and %j', async (code, name) => {
  const written = csvHead(COLUMNS) + csvLines([[code, name]])
  expect((await read(written)).rows).toEqual([{ line: 2, code, name }])
})

test('white space at an end, and a sign that could end a row, stand between quotes', () => {
  expect(csvLines([['村 ', ' 村', 'a\rb', '村']])).toBe('"村 "," 村","a\rb",村\n')
})

const told: [string, string | Buffer, string, object][] = [
  ['of nothing', '', 'FILE_HAS_NO_ROWS', { columns: 'code,name' }],
  ['of a head alone', 'code,name\n,\n', 'FILE_HAS_NO_ROWS', {}],
  ['with a column that nobody asked for', 'code,name,remark\n', 'FILE_COLUMN_UNKNOWN', { line: 1, column: 'C', value: 'remark' }],
  ['with a column twice', 'code,name,code\n', 'FILE_COLUMN_TWICE', { line: 1, column: 'C', value: 'code' }],
  ['without a column', 'code\n1\n', 'FILE_COLUMNS_MISSING', { line: 1, value: 'name' }],
  ['with a short row', 'code,name\n1,a\n2', 'FILE_ROW_NOT_WHOLE', { line: 3, actual: 1, expected: 2 }],
  ['with a long row', 'code,name\n1,a,b\n', 'FILE_ROW_NOT_WHOLE', { line: 2, actual: 3, expected: 2 }],
  ['with more rows than are read', 'code,name\n1,a\n1,a\n1,a\n\n1,a\n', 'FILE_TOO_MANY_ROWS', { line: 6, max: 3 }],
  ['with more columns than are read', 'code,name\r\n1,2,3,4,5\r\n', 'FILE_TOO_MANY_COLUMNS', { line: 2, max: 4 }],
  ['with ever more columns in lines of one row', `code,name\n${',"\n"'.repeat(9_000)}`, 'FILE_TOO_MANY_COLUMNS', { line: 2, max: 4 }],
  ['with more columns in a file of an old Mac', 'code,name\r1,2\r1,2,3,4,5', 'FILE_TOO_MANY_COLUMNS', { line: 3, max: 4 }],
  [
    'with a cell that is too long',
    `code,name\n1,${'字'.repeat(21)}\n`,
    'FILE_CELL_TOO_LONG',
    { line: 2, column: 'B', length: 21, max: 20 },
  ],
  ['with a sign that was lost before', 'code,name\n1,东\ufffd\n', 'FILE_SIGN_LOST', { line: 2, column: 'B', value: '东\ufffd' }],
  ['with a quote that opens and never closes', 'code,name\n1,a\n2,"b\n3,c\n', 'FILE_QUOTE_WRONG', { line: 3, column: 'B' }],
  ['with a quote in the middle of a cell', 'code,name\n1,a"b\n', 'FILE_QUOTE_WRONG', { line: 2, column: 'B' }],
  ['with something behind a quote', 'code,name\n1,"a"b\n', 'FILE_QUOTE_WRONG', { line: 2, column: 'B' }],
]

test.each(told)('a file %s is refused, and the place is named', async (_, file, code, details) => {
  const refused = await refusal(file)
  expect(refused).toMatchObject({ code, details: { field: 'file', ...details } })
})

const never = `code,name\n1,"${'b\n'.repeat(40_000)}`

test('a quote that opens and never closes is not read to the end of a large file', async () => {
  const asked = { columns: COLUMNS, most: { ...most, bytes: 1024 * 1024 } }
  await expect(readCsv(Readable.from([Buffer.from(never)]), asked)).rejects.toMatchObject({
    code: 'FILE_ROW_TOO_LONG',
    details: { line: 2 },
  })
})

const others: [string, string | Buffer, string][] = [
  ['a workbook', Buffer.from('504b030414000600', 'hex'), 'FILE_IS_PACKED'],
  ['a workbook of long ago', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_IS_PACKED'],
  ['what gzip packed', Buffer.from('1f8b0800', 'hex'), 'FILE_IS_PACKED'],
  ['what 7-Zip packed', Buffer.from('377abcaf271c', 'hex'), 'FILE_IS_PACKED'],
  ['what RAR packed', Buffer.from('526172211a07', 'hex'), 'FILE_IS_PACKED'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'FILE_IS_NO_TABLE'],
  ['a document', '%PDF-1.7\n', 'FILE_IS_NO_TABLE'],
  ['a page', '\ufeff\n<!doctype html><p>404</p>', 'FILE_IS_NO_TABLE'],
  [
    'a page with a definition of its own',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'FILE_IS_NO_TABLE',
  ],
  ['Unicode text', Buffer.from('\ufeffcode\tname\n', 'utf16le'), 'FILE_IS_NO_TABLE'],
  ['a table with a NUL in it', 'code,name\n1,a\u0000\n', 'FILE_IS_NO_TABLE'],
]

test.each(others)('%s is refused as what it is', async (_, file, code) => {
  expect(await refusal(file)).toMatchObject({ code, details: { field: 'file' } })
})

test('a workbook is told as one even if it is too large', async () => {
  const file = Buffer.concat([Buffer.from('504b030414000600', 'hex'), Buffer.alloc(most.bytes)])
  const asked = { columns: COLUMNS, most }
  await expect(readCsv(Readable.from([file]), asked)).rejects.toMatchObject({ code: 'FILE_IS_PACKED' })
})

const utf8 = Buffer.from('code,name\n1,东亭\n2,安镇\n3,查桥\n')
const cut = Buffer.concat([Buffer.from('code,name\n1,东亭\n2,安镇\n3,'), Buffer.from('查').subarray(0, 2)])
test.each([
  ['in UTF-8 with one byte lost', Buffer.concat([utf8.subarray(0, 13), utf8.subarray(14)]), 2],
  ['in UTF-8 that is cut off in a sign', cut, 4],
  ['that says it is in UTF-8 and is not', Buffer.concat([Buffer.from('\ufeffcode,name\n1,'), GBK_NAME, Buffer.from('\n2,'), GBK_NAME]), 2],
  [
    'in GBK that is cut off in a sign',
    Buffer.concat([Buffer.from('code,name\n1,'), GBK_NAME, Buffer.from('\n2,'), GBK_NAME.subarray(0, 3)]),
    3,
  ],
])('a table %s is refused, never read as other signs', async (_, file, line) => {
  expect(await refusal(file)).toMatchObject({ code: 'FILE_ENCODING_UNKNOWN', details: { field: 'file', line } })
})

test('what is larger than it may be is refused before it is read to its end', async () => {
  let taken = 0
  function* long(): Generator<Buffer> {
    for (; taken < 300; taken += 1) yield Buffer.alloc(16 * 1024, 'x')
  }
  const asked = { columns: COLUMNS, most: { ...most, bytes: 1024 * 1024 } }
  await expect(readCsv(Readable.from(long()), asked)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    details: { field: 'file', max: 1 },
  })
  expect(taken).toBeLessThan(100)
})

test('an upload that breaks off is no file that ends there', async () => {
  function* broken(): Generator<Buffer> {
    yield Buffer.from('code,name\n1,东亭\n')
    throw new Error('the line is cut')
  }
  await expect(readCsv(Readable.from(broken()), { columns: COLUMNS, most })).rejects.toThrow('the line is cut')
})

test.each([
  ['JSON', { code: '1' }],
  ['text that was read already', 'code,name'],
  ['nothing', undefined],
])('%s in place of a stream is refused with its media type', async (_, body) => {
  const asked = { columns: COLUMNS, most, mediaType: 'application/json' }
  await expect(readCsv(body, asked)).rejects.toMatchObject({
    code: 'FILE_MEDIA_TYPE',
    details: { field: 'file', value: 'application/json' },
  })
})
