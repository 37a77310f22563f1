import { unitTypes } from './unit-types.domain'

test('what may stand under what goes one way: no type stands under itself, at any depth, so no move can make a circle', () => {
  const above = new Map(unitTypes.map(({ code, allowedParents }) => [code, allowedParents]))
  const climb = (code: string, below: string[]): string[][] => {
    if (below.includes(code)) return [[...below, code]]
    return (above.get(code) ?? []).flatMap((parent) => climb(parent, [...below, code]))
  }
  expect(unitTypes.flatMap(({ code }) => climb(code, []))).toEqual([])
})

test('each type that may stand above is one of the catalogue', () => {
  const codes = unitTypes.map(({ code }) => code)
  expect(unitTypes.flatMap(({ allowedParents }) => allowedParents).filter((code) => !codes.includes(code))).toEqual([])
})
