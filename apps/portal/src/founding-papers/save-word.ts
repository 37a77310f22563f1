import { wordOf, type Paper } from './word'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Hands the paper to the reader as a Word file. */
export function saveWord(paper: Paper): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([wordOf(paper)], { type: WORD }))
  link.download = `${paper.title}.docx`
  link.click()
  URL.revokeObjectURL(link.href)
}
