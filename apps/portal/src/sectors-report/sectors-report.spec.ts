import { statesOf } from './sectors-report'

test('the address asks for one state, for every covered one, or for all', () => {
  expect(statesOf('HOSTED')).toEqual(['HOSTED'])
  expect(statesOf('covered')).toEqual(['OWN', 'JOINT_BY_AREA', 'BY_INDUSTRY', 'HOSTED'])
  expect(statesOf(null)).toBeUndefined()
  expect(statesOf('SOMETHING')).toBeUndefined()
})
