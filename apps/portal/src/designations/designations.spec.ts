import type { CategoryChoiceFragment } from '../graph.generated'
import { categoriesFor, usualCategory } from './designations'

const aCategory = (code: string, unitTypes: string[], mayDesignate = true): CategoryChoiceFragment => ({
  ...{ __typename: 'PilotCategory', code, name: code, unitTypes, mayDesignate },
  department: { __typename: 'PilotDepartment', code: 'GENERAL_OFFICE', name: '办公室' },
})
const categories = [
  aCategory('county', ['COUNTY']),
  aCategory('district', ['COUNTY']),
  aCategory('school', ['SCHOOL'], false),
  aCategory('park', ['PARK']),
]

test('a category is offered that fits the type of the unit and that the reader’s department follows', () => {
  expect(categoriesFor(categories, 'COUNTY').map(({ code }) => code)).toEqual(['county', 'district'])
  expect(categoriesFor(categories, 'SCHOOL')).toEqual([])
  expect(categoriesFor(categories, undefined)).toHaveLength(3)
})

test('the only one that fits goes without saying, one of several does not', () => {
  expect(usualCategory(categoriesFor(categories, 'PARK'))).toBe('park')
  expect(usualCategory(categoriesFor(categories, 'COUNTY'))).toBeNull()
})
