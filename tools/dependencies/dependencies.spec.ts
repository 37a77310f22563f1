import { advisoriesIn, isGrave, reportIn } from './advisories'
import { isAllowed, notAllowed } from './licences'
import { licenceOf } from './packages'

test.each(['MIT', '(MIT OR CC0-1.0)', 'GPL-3.0 OR MIT', 'Apache-2.0 AND MIT', '(MIT AND BSD-3-Clause)'])('%s is agreed to', (licence) => {
  expect(isAllowed(licence)).toBe(true)
})

test.each(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN LICENSE', '', 'MIT AND (GPL-3.0 OR ISC)', 'GPL-3.0 OR MIT AND Elastic-2.0'])(
  '“%s” is to be agreed to',
  (licence) => {
    expect(isAllowed(licence)).toBe(false)
  },
)

test('of packages to be agreed to, those with which the services run come first, and one without a licence is one of them', () => {
  const packages = [
    { name: 'a', version: '1.0.0', licence: 'MPL-2.0', shipped: false, chosen: false },
    { name: 'b', version: '1.0.0', licence: 'MIT', shipped: true, chosen: true },
    { name: 'c', version: '1.0.0', licence: undefined, shipped: true, chosen: true },
  ]
  expect(notAllowed(packages).map(({ name }) => name)).toEqual(['c', 'a'])
})

test.each([
  ['MIT', 'MIT'],
  [{ type: 'BSD' }, 'BSD'],
  [[{ type: 'MIT' }, { type: 'GPL-2.0' }], 'MIT OR GPL-2.0'],
  [undefined, undefined],
  [[], undefined],
])('%j is the licence %s', (said, licence) => {
  expect(licenceOf(said)).toBe(licence)
})

test('advisories are told by gravity, and those of packages that only test are not grave', () => {
  const via = [{ title: 'Reads too far', url: 'https://advisories.example/1' }, 'deep']
  const vulnerabilities = {
    mild: { severity: 'low', range: '<2', via },
    tester: { severity: 'critical', range: '*', via },
    server: { severity: 'high', range: '<=1.2.3', via },
  }
  const advisories = advisoriesIn({ vulnerabilities }, new Set(['server', 'mild']))
  expect(advisories.map(({ name }) => name)).toEqual(['tester', 'server', 'mild'])
  expect(advisories[1]?.about).toEqual(['Reads too far https://advisories.example/1', 'deep'])
  expect(advisories.filter(isGrave).map(({ name }) => name)).toEqual(['server'])
})

test.each([null, '', 'npm error network', '{"message":"request to the registry failed"}'])(
  'no report is in %j: nothing was asked',
  (text) => {
    expect(reportIn(text)).toBeNull()
  },
)
