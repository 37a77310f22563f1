import { dispositionOf, nameIn } from './file-names.domain'
import { checkSize, kindOf, MOST_BYTES } from './paper-kinds.domain'

const bytes = (...numbers: number[]) => Uint8Array.from([...numbers, 0, 1, 2])
const refusal = (act: () => unknown) => {
  try {
    return act()
  } catch (error) {
    return (error as { code?: string }).code ?? error
  }
}

test.each([
  ['PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d)],
  ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
])('a %s is known by its first bytes', (kind, beginning) => {
  expect(kindOf(beginning)).toBe(kind)
})

test.each([
  ['a page', new TextEncoder().encode('<!doctype html>')],
  ['a drawing that runs scripts', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg">')],
  ['a document of an office', bytes(0x50, 0x4b, 0x03, 0x04)],
  ['a program', bytes(0x4d, 0x5a)],
  ['half a beginning', Uint8Array.from([0x25, 0x50, 0x44])],
])('%s is no scan, whatever it is called', (_, beginning) => {
  expect(refusal(() => kindOf(beginning))).toBe('PAPER_KIND_UNKNOWN')
})

test('an empty file, and one of more than ten mebibytes, is refused', () => {
  expect(refusal(() => kindOf(new Uint8Array()))).toBe('PAPER_EMPTY')
  expect(refusal(() => checkSize(MOST_BYTES))).toBeUndefined()
  expect(refusal(() => checkSize(MOST_BYTES + 1))).toBe('PAPER_TOO_LARGE')
})

const named = (fileName: string, title?: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}${title === undefined ? '' : `; title*=UTF-8''${encodeURIComponent(title)}`}`

test('a scan is called as its file, without folders and what leads elsewhere; its title is the same without the ending', () => {
  expect(nameIn(named('批复（澄科协〔2026〕6号）.pdf'))).toEqual({
    fileName: '批复（澄科协〔2026〕6号）.pdf',
    title: '批复（澄科协〔2026〕6号）',
  })
  expect(nameIn(named('C:\\文件\\../../章程.pdf', '章程（草案）'))).toEqual({ fileName: '章程.pdf', title: '章程（草案）' })
  expect(nameIn(named('a:b|c.png')).fileName).toBe('a b c.png')
})

test('a file without a name, or with a name that turns its own direction, is refused', () => {
  for (const said of [undefined, 'attachment', "attachment; filename*=UTF-8''%E4"])
    expect(refusal(() => nameIn(said))).toBe('PAPER_NAME_MISSING')
  expect(refusal(() => nameIn(named('章程\u202efdp.exe')))).toBe('TEXT_HAS_CONTROL_SIGNS')
  expect(refusal(() => nameIn(named('/')))).toBe('TEXT_TOO_SHORT')
})

test('it leaves to be saved, never to be shown, in signs that no header can mistake, and ending as what it is', () => {
  const of = (fileName: string) => dispositionOf({ fileName, title: '' }, 'PDF')
  expect(of("名'单*(1).PDF")).toBe('attachment; filename="paper.pdf"; filename*=UTF-8\'\'%E5%90%8D%27%E5%8D%95%2A%281%29.PDF')
  expect(of('scan.html')).toContain("filename*=UTF-8''scan.html.pdf")
  expect(of('a"\r\nset-cookie: x.pdf')).not.toMatch(/[\r\n]|"\s*set/)
})
