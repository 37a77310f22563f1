import { kindIn, placeOf, verbsOf } from './explanations'

test('what is asked about is one of four kinds; an address that says none asks about the whole city', () => {
  expect([kindIn('UNIT'), kindIn(undefined), kindIn('MOON')]).toEqual(['UNIT', 'CITY', 'CITY'])
})

test('nothing is asked before a place is chosen', () => {
  expect(placeOf('CITY', 'left over')).toEqual({})
  expect(placeOf('AREA', undefined)).toBeNull()
  expect([placeOf('AREA', '320205'), placeOf('UNIT', 'u'), placeOf('PERSON', 'p')]).toEqual([
    { areaCode: '320205' },
    { unitId: 'u' },
    { personId: 'p' },
  ])
})

test('what can be done is offered once, though several roles let do it', () => {
  const verb = (code: string) => ({ __typename: 'RightVerb' as const, code, name: `may ${code}` })
  const role = (...codes: string[]) => ({ __typename: 'Role' as const, code: 'r', name: 'r', verbs: codes.map(verb) })
  expect(verbsOf({ roles: [role('a', 'b'), role('b', 'c')] }).map(({ value }) => value)).toEqual(['a', 'b', 'c'])
})
