import { checkFigures, type FigureGiven } from './figures'

const freeClinic = {
  figures: [
    { code: 'audience', unit: 'person-times', integer: true, required: true, max: 10_000_000 },
    { code: 'consultations', unit: 'person-times', integer: true, required: true },
    { code: 'volunteer-hours', unit: 'hours', integer: false, required: false },
  ],
}
const given = (...figures: [code: string, value: number][]): FigureGiven[] => figures.map(([code, value]) => ({ code, value }))
const clinic = (...more: [code: string, value: number][]) =>
  checkFigures(freeClinic, given(['audience', 300], ['consultations', 120], ...more))

test('the required figures are enough, and those left to the clerk may be given', () => {
  expect(clinic()).toEqual([])
  expect(clinic(['volunteer-hours', 10.5])).toEqual([])
})

test('zero is a figure', () => {
  expect(checkFigures(freeClinic, given(['audience', 0], ['consultations', 0]))).toEqual([])
})

test('a required figure is not left out', () => {
  expect(checkFigures(freeClinic, given(['audience', 300]))).toEqual([{ code: 'FIGURE_MISSING', figure: 'consultations' }])
})

test('a figure is not negative', () => {
  expect(clinic(['volunteer-hours', -1])).toEqual([{ code: 'FIGURE_NEGATIVE', figure: 'volunteer-hours', value: -1, index: 2 }])
})

test('a count is whole', () => {
  expect(checkFigures(freeClinic, given(['audience', 300.5], ['consultations', 120]))).toEqual([
    { code: 'FIGURE_FRACTIONAL', figure: 'audience', value: 300.5, index: 0 },
  ])
})

test('a figure that the type does not ask for is not recorded', () => {
  expect(clinic(['patents', 3])).toEqual([{ code: 'FIGURE_UNKNOWN', figure: 'patents', value: 3, index: 2 }])
})

test('a figure is given once', () => {
  expect(clinic(['audience', 300])).toEqual([{ code: 'FIGURE_TWICE', figure: 'audience', value: 300, index: 2 }])
})

test('a figure is not larger than its pack allows', () => {
  expect(checkFigures(freeClinic, given(['audience', 10_000_000], ['consultations', 1]))).toEqual([])
  expect(checkFigures(freeClinic, given(['audience', 10_000_001], ['consultations', 1]))).toEqual([
    { code: 'FIGURE_TOO_LARGE', figure: 'audience', value: 10_000_001, max: 10_000_000, index: 0 },
  ])
})

test('a figure without a limit of its own stays below what a fact can carry', () => {
  expect(clinic(['volunteer-hours', 1e12])).toEqual([])
  expect(clinic(['volunteer-hours', Number.MAX_SAFE_INTEGER + 1])).toMatchObject([{ code: 'FIGURE_TOO_LARGE', max: 1e12 }])
  expect(clinic(['volunteer-hours', Infinity])).toMatchObject([{ code: 'FIGURE_TOO_LARGE' }])
})

test('a figure is a number', () => {
  expect(clinic(['volunteer-hours', NaN])).toEqual([{ code: 'FIGURE_NOT_A_NUMBER', figure: 'volunteer-hours', value: NaN, index: 2 }])
})

test('all problems are named at once', () => {
  const problems = checkFigures(freeClinic, given(['audience', -1], ['patents', 3], ['volunteer-hours', 1]))
  expect(problems.map(({ code, figure }) => [code, figure])).toEqual([
    ['FIGURE_NEGATIVE', 'audience'],
    ['FIGURE_UNKNOWN', 'patents'],
    ['FIGURE_MISSING', 'consultations'],
  ])
})
