import { plainText, Rejected } from '@sizhang/service-kit/rules'
import type { PaperKind } from './paper-kinds.domain'

/** What a paper says of itself: personal, as names of people stand in both. */
export interface PaperName {
  title: string
  /** As its owner's computer called it, without folders. */
  fileName: string
}

const ENDINGS: Record<PaperKind, readonly string[]> = { PDF: ['pdf'], JPEG: ['jpg', 'jpeg'], PNG: ['png'] }
const LONGEST_TITLE = 120
const LONGEST_NAME = 200
/** What of a name leads elsewhere or is no name on some computer. */
const NO_NAME = /[/\\:*?"<>|]/g
/** A parameter in its extended form (RFC 5987, 6266): `filename*=UTF-8''…`. */
const extended = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\*=UTF-8''([^;\\s]+)`, 'i')

/**
 * What an upload's `content-disposition` says: `attachment; filename*=UTF-8''…; title*=UTF-8''…`. It comes in a header, as addresses are written into
 * logs. Without a title it is the file's name.
 */
export function nameIn(disposition: string | undefined): PaperName {
  const given = parameter(disposition, 'filename')
  if (given === undefined) throw new Rejected('PAPER_NAME_MISSING', { field: 'file' })
  const lastPart = given.split(/[/\\]/).at(-1) ?? ''
  const fileName = plainText('file', lastPart.replace(NO_NAME, ' '), { min: 1, max: LONGEST_NAME })
  const title = parameter(disposition, 'title') ?? fileName.replace(/\.[^.]{1,5}$/, '').slice(0, LONGEST_TITLE)
  return { fileName, title: plainText('title', title, { min: 1, max: LONGEST_TITLE }) }
}

/** The header with which a paper leaves: never shown in place, under a name that ends as what it is. */
export function dispositionOf({ fileName }: PaperName, kind: PaperKind): string {
  const isRight = ENDINGS[kind].some((ending) => fileName.toLowerCase().endsWith(`.${ending}`))
  const [ending = ''] = ENDINGS[kind]
  return `attachment; filename="paper.${ending}"; filename*=UTF-8''${encoded(isRight ? fileName : `${fileName}.${ending}`)}`
}

/** Percent-encoded as RFC 5987 has it: its reserved signs, too, which `encodeURIComponent` leaves. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function parameter(disposition: string | undefined, name: string): string | undefined {
  const [, value] = extended(name).exec(disposition ?? '') ?? []
  if (value === undefined) return undefined
  try {
    return decodeURIComponent(value)
  } catch {
    throw new Rejected('PAPER_NAME_MISSING', { field: 'file' })
  }
}
