import { lastLine, refusedIn, type Progress } from './list-files'

test('a refused list says which rows are wrong, and why', () => {
  const row = { line: 8, columns: ['D'], field: 'parent_code', value: '320205', code: 'AREA_PARENT_WRONG', message: '上级', hint: '核对' }
  const error = {
    code: 'IMPORT_REFUSED',
    family: 'BAD_USER_INPUT',
    message: '1 处错误',
    hint: '更正',
    rule: null,
    field: 'file',
    value: null,
  }
  expect(refusedIn({ error: { ...error, details: { count: 1, rows: [row] } } })).toEqual({
    refusal: { code: 'IMPORT_REFUSED', message: '1 处错误', hint: '更正', rule: null, field: 'file', value: null },
    count: 1,
    rows: [row],
  })
})

test('a list that is refused as a whole names no rows, and what has no field is shown at the file', () => {
  const refused = refusedIn({ error: { code: 'UNAVAILABLE', message: '服务暂时不可用', hint: '请稍后重试', field: null, details: {} } })
  expect(refused).toMatchObject({ refusal: { code: 'UNAVAILABLE', field: 'file' }, count: 0, rows: [] })
})

test.each([[{ error: { code: 'INTERNAL', traceId: 'f00' } }], [{}]])('a fault is no refusal: %j', (body) => {
  expect(() => refusedIn(body)).toThrow('not answered')
})

const answering = (...pieces: (string | Uint8Array)[]) =>
  new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (const piece of pieces) stream.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
      stream.close()
    },
  })

test('an import says how far it is, also where a line comes in pieces, and last what became of it', async () => {
  const bytes = new TextEncoder().encode('{"kept":2,"of":2}\n{"reason":"街"}\n')
  const told: Progress[] = []
  const last = await lastLine(answering('{"kept":0,', '"of":2}\n', bytes.subarray(0, 31), bytes.subarray(31)), (progress) =>
    told.push(progress),
  )
  expect(told).toEqual([
    { kept: 0, of: 2 },
    { kept: 2, of: 2 },
  ])
  expect(last).toEqual({ reason: '街' })
})

test('one that breaks off before its last line has failed', async () => {
  await expect(lastLine(answering('{"kept":0,"of":2}\n'), () => undefined)).rejects.toThrow('broke off')
})
