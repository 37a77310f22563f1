import { strFromU8, unzipSync } from 'fflate'
import { wordOf, type Paper } from './word'

const paper: Paper = {
  title: '关于同意成立东亭街道企业科协的批复',
  number: '锡科协〔2026〕1号',
  paragraphs: ['你们的申请收悉。'],
  table: { head: ['序号', '会员'], rows: [['1', '甲 & 乙 <公司>']] },
  signature: ['2026-02-01'],
}
const textOf = (said: Paper) => strFromU8(unzipSync(wordOf(said))['word/document.xml'] ?? new Uint8Array())
const shown = (xml: string) => [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)

test('a paper in Word holds title, number, paragraphs, table and signature, in that order', () => {
  expect(shown(textOf(paper)).slice(0, 5)).toEqual([paper.title, paper.number, '你们的申请收悉。', '序号', '会员'])
  expect(shown(textOf(paper)).at(-1)).toBe('2026-02-01')
})

test('it is an archive of three parts, without macro or link', () => {
  expect(Object.keys(unzipSync(wordOf(paper))).sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])
})

test('what a clerk typed is text, whatever its signs', () => {
  expect(shown(textOf(paper))).toContain('甲 &#38; 乙 &#60;公司&#62;')
  expect(textOf({ ...paper, title: '</w:t><w:instrText>' })).not.toContain('instrText>')
})

test('without a number and a table there is neither', () => {
  const plain = textOf({ ...paper, number: '', table: null })
  expect(shown(plain)).toEqual([paper.title, '你们的申请收悉。', '2026-02-01'])
  expect(plain).not.toContain('<w:tbl>')
})
