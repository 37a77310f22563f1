import { beginningsFilter, searchBeginnings, searchFilter, searchWords } from './search'

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

const begins = (text: string) => {
  const { beginnings } = beginningsFilter(text) as { beginnings?: { $regex: string } }
  return beginnings
    ? searchBeginnings('锡山区', { codes: ['320205'] }).some((word) => new RegExp(beginnings.$regex).test(word))
    : 'everything'
}

test.each(['锡山区', '锡', '山区', '区', 'xishan', 'xsq', '3202', '320205', ' 山\u200b区 '])(
  'among very many, a name is found by %s',
  (text) => expect(begins(text)).toBe(true),
)

test.each(['锡区', 'shanqu', '205', '.', '^'])('among very many, it is not found by %s: no word of it begins so', (text) =>
  expect(begins(text)).toBe(false),
)

const beginsBySyllable = (text: string) => {
  const { beginnings } = beginningsFilter(text) as { beginnings: { $regex: string } }
  return searchBeginnings('锡山区科协', { syllables: true }).some((word) => new RegExp(beginnings.$regex).test(word))
}

test.each(['区科', 'shanqu', 'kexie', 'qk', 'xsqkx'])('with its syllables it is found by %s too', (text) =>
  expect(beginsBySyllable(text)).toBe(true),
)

test.each(['anqu', 'xsk', '锡区'])('with its syllables it is not found by %s: none begins so', (text) =>
  expect(beginsBySyllable(text)).toBe(false),
)

test('an empty text is no search', () => expect(begins('  ')).toBe('everything'))
