import { unfit, unpaired, usesIn } from './portal-texts'

const texts = {
  'today.title': '今日',
  'today.figure.covered': '已建',
  'today.figure.blank': '空白',
  'frame.today': '今日',
  'frame.today.find': 'jinri',
}
const source = (code: string) => usesIn('Page.tsx', code)

test('texts named whole, put together from their beginning, or from their end are all used', () => {
  const uses = source(
    'const page = <Page title={text(\'today.title\')} id="frame.today">{text(`today.figure.${kind}`)}{text(`${page.text}.find`)}</Page>',
  )
  expect(unfit(texts, uses)).toEqual([])
})

test('a text that does not exist is named with the file, one that nobody shows by its key', () => {
  const uses = source("text('today.tilte'); text(`today.numbers.${kind}`); text('frame.today')")
  expect(unfit({ 'today.title': '今日', 'frame.today': '今日' }, uses)).toEqual([
    'Page.tsx: there is no text today.tilte',
    'Page.tsx: there is no text today.numbers.',
    'today.title is used nowhere',
  ])
})

test('a string that begins with no feature, a file and an ending are no texts', () => {
  const code = "open('window.name'); import x from 'today.jpg'; save(`${name}.csv`); text('today.title')"
  expect(unfit({ 'today.title': '今日' }, source(code))).toEqual([])
})

test('both languages say the same keys with the same places', () => {
  const zh = { 'a.one': '{count} 个', 'a.two': '空', 'a.three': '三' }
  const en = { 'a.one': '{total} units', 'a.two': ' ', 'a.four': 'four' }
  expect(unpaired(zh, en)).toEqual([
    'a.four has no Chinese text',
    'a.one has the places count in Chinese, total in English',
    'a.three has no English text',
    'a.two has no English text',
  ])
  expect(unpaired({ 'a.one': '{count, plural, other {# 个}}' }, { 'a.one': '{count, plural, one {# unit} other {# units}}' })).toEqual([])
  const kind = (post: string, count: string) => ({ 'a.kind': `{kind, select, POST {${post}} other {{count} ${count}}}` })
  expect(unpaired(kind('兼职', '个'), kind('a post', 'posts'))).toEqual([])
  expect(unpaired({ 'a.kind': '{kind, select, other {{count}}}' }, { 'a.kind': '{kind, select, other {count}}' })).toEqual([
    'a.kind has the places count kind in Chinese, kind in English',
  ])
})
