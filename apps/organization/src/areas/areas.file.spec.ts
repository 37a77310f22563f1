import type { Rejected } from '@sizhang/service-kit/rules'
import { readAreaFile } from './areas.file'

const HEADER = 'code,name,level,parent_code,kind,flag'
const STREET = '320205001,东亭街道,town,320205,subdistrict,'
const street = { code: '320205001', name: '东亭街道', level: 'town', parent_code: '320205', kind: 'subdistrict', flag: '' }
/** HEADER and STREET in GBK: 东亭街道 is B6 AB CD A4 BD D6 B5 C0. */
const GBK = Buffer.concat([
  Buffer.from(`${HEADER}\n320205001,`),
  Buffer.from('b6abcda4bdd6b5c0', 'hex'),
  Buffer.from(',town,320205,subdistrict,\n'),
])

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  await Promise.resolve()
}
const read = (text: string | Buffer, size = 7) => readAreaFile(inPieces(Buffer.from(text), size))
const refusal = (text: string | Buffer) =>
  read(text).then(
    () => 'it was read',
    (error: unknown) => error as Rejected,
  )

test('a list is read with the lines of its rows, in whatever pieces it comes', async () => {
  expect(await read(`${HEADER}\n\n${STREET}\n`)).toEqual({ rows: [{ line: 3, ...street }], encoding: 'UTF-8' })
  expect(await read(`${HEADER}\r\n${STREET}`, 1)).toEqual({ rows: [{ line: 2, ...street }], encoding: 'UTF-8' })
})

test('a list in GBK is read, and it is said', async () => {
  expect(await read(GBK)).toEqual({ rows: [{ line: 2, ...street }], encoding: 'GBK' })
})

test('the mark that Excel puts before a list does not matter', async () => {
  expect((await read(`\ufeff${HEADER}\n${STREET}\n`)).rows).toEqual([{ line: 2, ...street }])
})

test('a name may be quoted and hold a comma, a quote and a line break', async () => {
  const { rows } = await read(`${HEADER}\n320205001,"东亭,""老""\n街道",town,320205,subdistrict,\n`)
  expect(rows).toMatchObject([{ name: '东亭,"老"\n街道' }])
})

test('columns may stand in another order, in capitals and with others between them', async () => {
  const { rows } = await read('NAME,Code,remark,flag,kind,parent_code,level\n东亭街道,320205001,旧,,subdistrict,320205,town\n')
  expect(rows).toEqual([{ line: 2, ...street }])
})

const unreadable: [string, string | Buffer, RegExp][] = [
  ['without a column', `${HEADER.replace(',kind', '')}\n320205001,东亭街道,town,320205,\n`, /kind/],
  ['cut off in a row', `${HEADER}\n${STREET}\n320205002,安镇`, /2/],
  ['cut off in a quoted name', `${HEADER}\n${STREET}\n320205002,"安镇`, /[Qq]uote/],
  ['cut off in a character', Buffer.from(`${HEADER}\n${STREET}\n320205002,安镇`).subarray(0, -1), /./],
  ['of a header alone', `${HEADER}\n`, /没有数据行/],
  ['of nothing', '', /./],
  ['that is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), /./],
  ['that is a page', '<!doctype html><p>404</p>', /code/],
]

test.each(unreadable)('a file %s is refused', async (_, text, problem) => {
  const { code, details } = (await refusal(text)) as Rejected
  expect({ code, field: details.field }).toEqual({ code: 'FILE_UNREADABLE', field: 'file' })
  expect(details['problem']).toMatch(problem)
})

test('a file that is too large is refused before it is read to its end', async () => {
  let taken = 0
  const piece = Buffer.alloc(1024 * 1024)
  async function* hundred(): AsyncGenerator<Buffer> {
    for (; taken < 100; taken++) yield piece
    await Promise.resolve()
  }
  await expect(readAreaFile(hundred())).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', details: { field: 'file', max: 60 } })
  expect(taken).toBe(60)
})
