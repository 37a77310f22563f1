import { refusedIn } from './list-files'

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
