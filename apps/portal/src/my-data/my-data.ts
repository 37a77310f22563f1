import type { MyDataFragment } from '../graph.generated'

/** A line of the export that people read: what it is, and what is kept. */
export interface ReadableLine {
  name: string
  value: string
}

/** What a program reads: everything, without what the graph's client adds. */
export function exportedJson(data: MyDataFragment): string {
  const plain = (key: string, value: unknown) => (key === '__typename' ? undefined : value)
  return `${JSON.stringify(data, plain, 2)}\n`
}

/** What people read: one page of HTML that needs nothing else, with every value as text. */
export function exportedPage(
  language: string,
  title: string,
  sections: readonly { title: string; lines: readonly ReadableLine[] }[],
): string {
  const rows = (lines: readonly ReadableLine[]) =>
    lines.map(({ name, value }) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('\n')
  const body = sections.map(({ title: name, lines }) => `<h2>${escaped(name)}</h2>\n<table>\n${rows(lines)}\n</table>`).join('\n')
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>th { text-align: left; padding-right: 2em; vertical-align: top }</style>`
  return `<!doctype html>\n<html lang="${language}">\n<head>${head}</head>\n<body>\n<h1>${escaped(title)}</h1>\n${body}\n</body>\n</html>\n`
}

/** Hands a text to the browser to be saved; it goes nowhere else. */
export function save(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
