import { Rejected } from '@sizhang/service-kit/rules'

/** 扫描件种类: what a scan may be. Each is shown by any computer, and none runs anything where it is kept. */
export type PaperKind = 'PDF' | 'JPEG' | 'PNG'

const MEBIBYTE = 1024 * 1024

/** A paper is at most so large: fifty pages in black and white at 300 dots an inch, or a photo of a page. */
export const MOST_MEGABYTES = 10
/** The same in bytes. */
export const MOST_BYTES = MOST_MEGABYTES * MEBIBYTE
/** So many papers hang on one record at once. */
export const MOST_PAPERS = 10

/** How each kind begins, by its specification; its name and what a browser says of it prove nothing. */
const BEGINNINGS: Record<PaperKind, readonly number[]> = {
  PDF: [0x25, 0x50, 0x44, 0x46, 0x2d],
  JPEG: [0xff, 0xd8, 0xff],
  PNG: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** What a browser is told of a kind. */
export const mediaTypes: Record<PaperKind, string> = { PDF: 'application/pdf', JPEG: 'image/jpeg', PNG: 'image/png' }

/** The kinds, in the order in which they are told. */
export const paperKinds = Object.keys(BEGINNINGS) as readonly PaperKind[]

/** What a paper is by its first bytes. Refused when it is nothing of what is taken, or nothing at all. */
export function kindOf(beginning: Uint8Array): PaperKind {
  if (beginning.length === 0) throw new Rejected('PAPER_EMPTY', { field: 'file' })
  const kind = paperKinds.find((one) => BEGINNINGS[one].every((byte, place) => beginning[place] === byte))
  if (!kind) throw new Rejected('PAPER_KIND_UNKNOWN', { field: 'file' })
  return kind
}

/** Refuses a paper of more bytes than are kept. */
export function checkSize(bytes: number): void {
  if (bytes > MOST_BYTES) throw new Rejected('PAPER_TOO_LARGE', { field: 'file', max: MOST_MEGABYTES })
}
