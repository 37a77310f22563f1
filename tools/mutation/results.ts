/** What became of one mutant, as Stryker tells it. */
export interface MutantResult {
  mutatorName: string
  replacement?: string
  status: 'Killed' | 'Survived' | 'NoCoverage' | 'Timeout' | 'RuntimeError' | 'CompileError' | 'Ignored' | 'Pending'
  location: { start: Place; end: Place }
}

interface Place {
  line: number
  column: number
}

/** A mutant that no spec missed: where, what stood there, and what stood there instead. */
interface Survivor {
  line: number
  original: string
  replacement: string
  /** Why it may stay; without one, a spec is missing. */
  reason?: string
}

/** What the run says of one file. */
export interface FileResult {
  file: string
  killed: number
  survived: number
  /** Percent of mutants that a spec missed, to one place. */
  score: number
  survivors: Survivor[]
}

/** A survivor that was looked at, by file and by what was changed. */
export interface Accepted {
  file: string
  original: string
  replacement: string
  reason: string
}

/** Sums one file up. Mutants that do not even load are no measure of the specs and are left out. */
export function fileResult(file: string, source: string, mutants: readonly MutantResult[]): FileResult {
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  const survivors = mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location, replacement = '' }) => ({ line: location.start.line, original: textAt(source, location), replacement }))
  return { file, killed, survived: survivors.length, score: score(killed, survivors.length), survivors }
}

/** The same result with the reasons why survivors may stay, as they are given now. */
export function withReasons(result: FileResult, accepted: readonly Accepted[]): FileResult {
  const survivors = result.survivors.map(({ line, original, replacement }) => {
    const known = accepted.find((it) => it.file === result.file && it.original === original && it.replacement === replacement)
    return { line, original, replacement, ...(known ? { reason: known.reason } : {}) }
  })
  return { ...result, survivors }
}

/** Percent of mutants that were missed; a file without mutants has nothing to miss. */
function score(killed: number, survived: number): number {
  return killed + survived === 0 ? 100 : Math.round((1000 * killed) / (killed + survived)) / 10
}

/** All files together. */
export function total(files: readonly FileResult[]): { killed: number; survived: number; score: number } {
  const killed = files.reduce((sum, file) => sum + file.killed, 0)
  const survived = files.reduce((sum, file) => sum + file.survived, 0)
  return { killed, survived, score: score(killed, survived) }
}

function textAt(source: string, { start, end }: MutantResult['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  const cut = lines.map((line, place) => line.slice(place === 0 ? start.column - 1 : 0, place === last ? end.column - 1 : undefined))
  return cut.map((line, place) => (place === 0 ? line : line.trim())).join(' ')
}
