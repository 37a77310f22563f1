import { Readable } from 'node:stream'
import { AREA_FILE_LIMITS, headOfAreaFile, readAreaFile, rowsOfAreaFile } from './areas.file'

const HEADER = 'code,name,level,parent_code,kind,flag'
const STREET = '320205001,东亭街道,town,320205,subdistrict,'
const street = { code: '320205001', name: '东亭街道', level: 'town', parent_code: '320205', kind: 'subdistrict', flag: '' }

const read = (text: string | Buffer) => readAreaFile(Readable.from([Buffer.from(text)]))

test('a list is read with the rows and letters of its cells', async () => {
  const letters = { code: 'A', name: 'B', level: 'C', parent_code: 'D', kind: 'E', flag: 'F' }
  expect(await read(`${HEADER}\n\n${STREET}\n`)).toEqual({ rows: [{ line: 3, ...street }], encoding: 'UTF-8', letters })
})

test('columns may stand in another order and in capitals', async () => {
  const { rows } = await read('NAME,Code,flag,kind,parent_code,level\n东亭街道,320205001,,subdistrict,320205,town\n')
  expect(rows).toEqual([{ line: 2, ...street }])
})

test.each(['=1+1路', "'=1路", "'村", '＝路', '3-1', '"引",村'])('a list with the name %s is read as it was written', async (name) => {
  const village = { code: '320205001009', name, level: 'village', parent_code: '320205001', kind: 'village', flag: '' }
  expect((await read(headOfAreaFile() + rowsOfAreaFile([village]))).rows).toEqual([{ line: 2, ...village }])
})

test('a list in the middle of a row is no list', async () => {
  await expect(read(`${HEADER}\n${STREET}\n320205002,安镇`)).rejects.toMatchObject({ code: 'FILE_ROW_NOT_WHOLE', details: { line: 3 } })
})

test('a list has as many rows as it may have, and no more', async () => {
  const rows = `${STREET}\n`.repeat(AREA_FILE_LIMITS.rows)
  expect((await read(`${HEADER}\n${rows}`)).rows).toHaveLength(AREA_FILE_LIMITS.rows)
  await expect(read(`${HEADER}\n${rows}${STREET}`)).rejects.toMatchObject({
    code: 'FILE_TOO_MANY_ROWS',
    details: { max: AREA_FILE_LIMITS.rows },
  })
})
