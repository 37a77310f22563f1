import { consentOf, guardianInput, noChild } from './minors'

const child = { isChild: true, birthDate: null, name: ' 欧阳守护 ', phone: '13900007000', relation: 'PARENT', on: '2026-03-01' } as const

test('a guardian is sent of a child alone, and whole or not at all', () => {
  expect(guardianInput(noChild, 1)).toBeNull()
  expect(guardianInput(child, 1)).toEqual({ name: '欧阳守护', phone: '13900007000', relation: 'PARENT', textVersion: 1, on: '2026-03-01' })
  for (const gap of [{ name: ' ' }, { phone: '' }, { relation: null }, { on: null }])
    expect(guardianInput({ ...child, ...gap }, 1)).toBeUndefined()
})

test('who agreed is told with relation and day', () => {
  const text = (key: string, values?: Record<string, string>) => [key, ...Object.values(values ?? {})].join(' ')
  const told = consentOf({ name: '欧阳守护', relation: 'PARENT', consentedOn: '2026-03-01' }, text)
  expect(told).toBe('minors.consented 欧阳守护 minors.relation.PARENT 2026-03-01')
})
