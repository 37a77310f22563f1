import type { Refusal } from '../graph/refusal'
import { chosenLanguage } from '../language/languages'

/** A row that was refused, by the number and the letters that a spreadsheet shows. */
export interface RefusedRow {
  line: number
  columns: readonly string[]
  value: unknown
  message: string
  hint: string
}

/** Why a list was refused. What is wrong in single rows stands there, the first of them. */
export interface RefusedList {
  refusal: Refusal
  count: number
  rows: readonly RefusedRow[]
}

const MEBIBYTE = 1024 * 1024

/** Whether a file is larger than a list may be. */
export function isTooLarge(file: Blob | undefined, { megabytes }: { megabytes: number }): boolean {
  return file !== undefined && file.size > megabytes * MEBIBYTE
}

/** How far an import is: rows that are kept, of all that are new. */
export interface Progress {
  kept: number
  of: number
}

const LINES = 'application/x-ndjson'

/**
 * Sends a list. Throws where nothing is answered that says what became of it.
 * @param told is told meanwhile how far it is
 */
export async function sendList<Taken>(file: Blob, to: string, told?: (progress: Progress) => void): Promise<Taken | RefusedList> {
  const headers = { 'content-type': 'text/csv', 'accept-language': chosenLanguage(), ...(told ? { accept: LINES } : {}) }
  const answer = await fetch(to, { method: 'POST', headers, body: file })
  const isTold = answer.headers.get('content-type')?.startsWith(LINES) === true
  const body: unknown = isTold && answer.body && told ? await lastLine(answer.body, told) : await answer.json()
  const isTaken = answer.ok && !(body as { error?: unknown }).error
  return isTaken ? (body as Taken) : refusedIn(body)
}

/** The last line of an answer, which says what became of it; those before say how far it is. Throws where it breaks off. */
export async function lastLine(body: ReadableStream<Uint8Array>, told: (progress: Progress) => void): Promise<unknown> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let [rest, last]: [string, unknown] = ['', undefined]
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = JSON.parse(line) as object
      if ('kept' in said) told(said as Progress)
      else last = said
    }
  }
  if (last === undefined) throw new Error('The import broke off')
  return last
}

/** The refusal in an answer; a fault is none. */
export function refusedIn(body: unknown): RefusedList {
  const { error } = body as { error?: Partial<Refusal> & { details?: Partial<RefusedList> } }
  if (!error?.code || error.code === 'INTERNAL') throw new Error(`The import was not answered: ${error?.code ?? 'nothing'}`)
  const { code, message = '', value, rule = null, hint = null, details = {} } = error
  return {
    refusal: { code, message, field: error.field ?? 'file', value, rule, hint },
    count: details.count ?? 0,
    rows: details.rows ?? [],
  }
}
