import { searchFilter, searchWords } from './search'

const matches = (text: string, name: string) => {
  const { search } = searchFilter(text) as { search?: { $regex: string } }
  return search ? searchWords(name, { surname: true }).some((word) => new RegExp(search.$regex).test(word)) : 'everything'
}

test.each([
  ['as written', '单晓'],
  ['in pinyin', 'shanxiao'],
  ['by initials', 'sx'],
  ['with blanks', ' 单  晓 '],
  ['with what comes along unseen when it is copied', '\u200b单\u0000\u202e晓\ufeff'],
])('a name is found %s', (_, text) => {
  expect(matches(text, '单晓明')).toBe(true)
})

test.each(['.*', '(a+)+$', '[单]', '$', '\\'])('the signs of a pattern stand for themselves: %s', (text) => {
  expect(matches(text, '单晓明')).toBe(false)
})

test('half a character is not looked for', () => {
  expect(matches('\ud800', '单晓明')).toBe('everything')
  expect(matches('\ud800单', '单晓明')).toBe(true)
})
