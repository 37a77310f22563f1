import type { MyDataFragment } from '../graph.generated'
import { exportedJson, exportedPage } from './my-data'

test('a program reads all that is kept, without what the client adds', () => {
  const data = { __typename: 'MyData', name: '单明远', accesses: [{ __typename: 'PersonalDataAccess', by: '办公室' }] }
  expect(JSON.parse(exportedJson(data as unknown as MyDataFragment))).toEqual({ name: '单明远', accesses: [{ by: '办公室' }] })
})

test('people read one page; what somebody wrote in a reason is text in it and nothing else', () => {
  const reason = { name: '事由', value: '<script src="x">&' }
  const page = exportedPage('zh-CN', '我的信息', [{ title: '查看记录', lines: [reason] }])
  expect(page).toContain('<td>&lt;script src=&quot;x&quot;&gt;&amp;</td>')
  expect(page).not.toContain('<script')
})
