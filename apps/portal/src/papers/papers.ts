import type { PaperKind, PaperLineFragment, PaperLimitsFragment } from '../graph.generated'
import { keepMark, marksHeader } from '../graph/marks'
import type { Refusal } from '../graph/refusal'
import { chosenLanguage } from '../language/languages'
import { refusedIn } from '../list-files/list-files'

/** What papers are attached to: a record of a founding by its number, or a note of a unit by its id. */
export interface PaperPlace {
  subject: 'FOUNDING' | 'UNIT'
  id: string
  record: string
}

/** Somebody whom a paper may name. */
export interface Somebody {
  id: string
  name: string
}

/** A file that was chosen, and why it will not be sent. */
export interface ChosenFile {
  file: File
  problem: 'size' | 'kind' | 'many' | null
}

const MEBIBYTE = 1024 * 1024
const BEGINNINGS: Record<PaperKind, readonly number[]> = {
  PDF: [0x25, 0x50, 0x44, 0x46, 0x2d],
  JPEG: [0xff, 0xd8, 0xff],
  PNG: [0x89, 0x50, 0x4e, 0x47],
}

/** What a file dialog offers first; what a file is, its first bytes say. */
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

/** Where a paper is downloaded. */
export function addressOf(paperId: string): string {
  return `/files/membership/papers/${paperId}`
}

/** The papers that hang on one record, in their order; withdrawn ones, too. */
export function papersOf(papers: readonly PaperLineFragment[] | null | undefined, record: string): PaperLineFragment[] {
  return (papers ?? []).filter((paper) => paper.record === record)
}

/** A file with what stands in its way, at its place among those chosen at once: it is told before anything is sent. */
export async function chosen(file: File, { megabytes, papers, kinds }: PaperLimitsFragment, place = 0): Promise<ChosenFile> {
  if (place >= papers) return { file, problem: 'many' }
  if (file.size > megabytes * MEBIBYTE) return { file, problem: 'size' }
  const beginning = new Uint8Array(await file.slice(0, 8).arrayBuffer())
  const isTaken = kinds.some((kind) => BEGINNINGS[kind].every((byte, place) => beginning[place] === byte))
  return { file, problem: isTaken ? null : 'kind' }
}

/** Sends a paper; answers why it was refused, null: it is attached. Throws where nothing is answered that says what became of it. */
export async function sendPaper(
  file: File,
  { subject, id, record }: PaperPlace,
  names: readonly string[],
  onSent: (bytes: number) => void,
): Promise<Refusal | null> {
  const parameters = new URLSearchParams({ subject, id, record, ...(names.length > 0 ? { names: names.join() } : {}) })
  const after = marksHeader()
  const { ok, body } = await post(`/files/membership/papers?${parameters.toString()}`, file, onSent, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*;]/g, encoded)}`,
    'accept-language': chosenLanguage(),
    ...(after && { 'sizhang-after': after }),
  })
  if (!ok) return refusedIn(body).refusal
  keepMark((body as { mark: string }).mark)
  return null
}

/** `fetch` does not say how much of a body has gone out. */
function post(
  to: string,
  file: File,
  onSent: (bytes: number) => void,
  headers: Record<string, string>,
): Promise<{ ok: boolean; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () => resolve({ ok: request.status >= 200 && request.status < 300, body: request.response as unknown })
    request.onerror = request.onabort = () => reject(new Error('The paper did not arrive'))
    request.send(file)
  })
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`
}
