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

/** Sends a list. Throws where nothing is answered that says what became of it. */
export async function sendList<Taken>(file: Blob, to: string): Promise<Taken | RefusedList> {
  const headers = { 'content-type': 'text/csv', 'accept-language': chosenLanguage() }
  const answer = await fetch(to, { method: 'POST', headers, body: file })
  const body: unknown = await answer.json()
  return answer.ok ? (body as Taken) : refusedIn(body)
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
