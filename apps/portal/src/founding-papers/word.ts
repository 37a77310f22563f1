import { strToU8, zipSync } from 'fflate'

/** 文书: what stands on a paper, the same on the screen, on paper and in Word. */
export interface Paper {
  title: string
  /** Under the title, such as the number of the paper; empty: nothing. */
  number: string
  paragraphs: string[]
  /** Rows of equal length; with a head. Null: no table. */
  table: { head: string[]; rows: string[][] } | null
  /** Who signs, and when; one a line, to the right. */
  signature: string[]
}

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
/** A4 in twentieths of a point, margins as official papers have them (GB/T 9704: 37 mm above, 28 mm left). */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

/** The paper as a Word document (ECMA-376): three parts, no styles, no macro, no link. */
export function wordOf({ title, number, paragraphs, table, signature }: Paper): Uint8Array<ArrayBuffer> {
  const body = [
    paragraph(title, { align: 'center', size: 44, bold: true }),
    ...(number ? [paragraph(number, { align: 'center', size: 28 })] : []),
    ...paragraphs.map((text) => paragraph(text, { size: 32, indent: true })),
    ...(table ? [tableOf(table)] : []),
    ...signature.map((text) => paragraph(text, { align: 'right', size: 32 })),
  ].join('')
  const document = `${HEAD}<w:document xmlns:w="${WORDS}"><w:body>${body}${SECTION}</w:body></w:document>`
  const parts = { '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

interface Look {
  align?: 'center' | 'right'
  /** Half points: 32 is 三号, the size of official papers. */
  size: number
  bold?: boolean
  indent?: boolean
}

function paragraph(text: string, { align, size, bold, indent }: Look): string {
  const place = `${align ? `<w:jc w:val="${align}"/>` : ''}`
  const first = indent ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : ''
  const run = `${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/>`
  return `<w:p><w:pPr>${first}${place}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

function tableOf({ head, rows }: NonNullable<Paper['table']>): string {
  const row = (cells: readonly string[], bold: boolean) =>
    `<w:tr>${cells.map((text) => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text, { size: 24, bold })}</w:tc>`).join('')}</w:tr>`
  const grid = `<w:tblGrid>${head.map(() => '<w:gridCol/>').join('')}</w:tblGrid>`
  const look = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>`
  return `<w:tbl>${look}${grid}${[row(head, true), ...rows.map((cells) => row(cells, false))].join('')}</w:tbl>`
}

/** What a clerk typed is text and nothing else. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
