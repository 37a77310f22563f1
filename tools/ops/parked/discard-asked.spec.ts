import { discardAsked } from './discard-asked'

const asked = (line: string) => discardAsked(line.split(' '))

test('a record is given up by service, topic and aggregate, and with a reason', () => {
  expect(asked('reporting organization.units 328c644f --reason forged')).toEqual({
    service: 'reporting',
    key: 'organization.units/328c644f',
    because: 'forged',
    isConfirmed: false,
  })
})

test('a record that names no aggregate is given up by its place', () => {
  expect(asked('reporting organization.units 4:1 --reason forged --yes')).toMatchObject({
    key: 'organization.units@4:1',
    isConfirmed: true,
  })
})

test.each([
  ['reporting organization.units 328c644f', '要说明理由'],
  ['reporting organization.units/328c644f --reason forged', '2 / 3'],
  ['reporting organization.units 328c644f more --reason forged', '4 / 3'],
  ['reports organization.units 328c644f --reason forged', 'reports ∉ organization'],
  ['reporting organization.units 328c644f --because forged', '--because'],
])('“%s” gives nothing up', (line, said) => {
  expect(() => asked(line)).toThrow(said)
  expect(() => asked(line)).toThrow('parked discard <service> <topic>')
})
