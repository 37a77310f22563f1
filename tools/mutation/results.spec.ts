import { type Accepted, fileResult, type MutantResult, total, withReasons } from './results'

const source = 'export function isOpen(day) {\n  return from <= day &&\n    day < until\n}\n'
const mutant = (status: MutantResult['status'], part: Partial<MutantResult> = {}): MutantResult => ({
  mutatorName: 'EqualityOperator',
  replacement: 'from < day',
  status,
  location: { start: { line: 2, column: 10 }, end: { line: 2, column: 21 } },
  ...part,
})
const accepted: Accepted = { file: 'a.domain.ts', original: 'from <= day', replacement: 'from < day', reason: 'no day is its own' }

test('a mutant that a spec missed or that ran for ever is killed; one that does not load counts nowhere', () => {
  const mutants = [mutant('Killed'), mutant('Timeout'), mutant('RuntimeError'), mutant('CompileError'), mutant('Ignored')]
  expect(fileResult('a.domain.ts', source, mutants)).toMatchObject({ killed: 2, survived: 0, score: 100, survivors: [] })
})

test('a survivor is told with its line, what stood there and what stood there instead, run through by a spec or not', () => {
  const told = { line: 2, original: 'from <= day', replacement: 'from < day' }
  const { survivors, score } = fileResult('a.domain.ts', source, [mutant('Survived'), mutant('NoCoverage'), mutant('Killed')])
  expect(survivors).toEqual([told, told])
  expect(score).toBe(33.3)
})

test('of code over several lines the whole is told in one', () => {
  const location = { start: { line: 2, column: 10 }, end: { line: 3, column: 16 } }
  expect(fileResult('a.domain.ts', source, [mutant('Survived', { location })]).survivors[0]?.original).toBe('from <= day && day < until')
})

test('a survivor that was looked at carries its reason, in its own file alone, and lowers the score all the same', () => {
  const result = fileResult('a.domain.ts', source, [mutant('Survived')])
  expect(withReasons(result, [accepted])).toMatchObject({ score: 0, survivors: [{ reason: 'no day is its own' }] })
  expect(withReasons({ ...result, file: 'b.domain.ts' }, [accepted]).survivors[0]).not.toHaveProperty('reason')
  expect(withReasons(withReasons(result, [accepted]), []).survivors[0]).not.toHaveProperty('reason')
})

test('files are summed by their mutants, not by their scores; one without mutants has nothing to miss', () => {
  const files = [
    fileResult('a.domain.ts', source, [mutant('Killed'), mutant('Killed'), mutant('Survived')]),
    fileResult('b.domain.ts', source, [mutant('Survived')]),
    fileResult('c.domain.ts', source, []),
  ]
  expect(total(files)).toEqual({ killed: 2, survived: 2, score: 50 })
  expect(files[2]?.score).toBe(100)
})
