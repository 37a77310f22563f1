import { updateOf } from './change'

const old = { place: { $exists: false } }

test('an aggregate is changed by compare-and-set on its version, which goes up by one; its log stays', () => {
  const fields = ({ area }: { area?: string }) => ({ place: { area }, area: undefined })
  expect(updateOf({ _id: 'u-1', version: 4, area: '3202', log: { seq: 9 } }, { old, fields })).toEqual({
    filter: { $and: [{ _id: 'u-1' }, { version: 4 }, old] },
    update: { $set: { place: { area: '3202' } }, $unset: { area: '' }, $inc: { version: 1 } },
  })
})

test('a document without a version is changed only while each of its fields is as it was read', () => {
  expect(updateOf({ _id: 'a-1', name: 'admin', roles: ['A'] }, { old, fields: () => ({ place: 'x' }) })).toEqual({
    filter: { $and: [{ _id: 'a-1' }, { name: { $eq: 'admin' } }, { roles: { $eq: ['A'] } }, old] },
    update: { $set: { place: 'x' }, $unset: {} },
  })
})

test.each(['_id', 'version', 'log', 'log.seq'])('a migration changes no %s', (field) => {
  expect(() => updateOf({ _id: 'u-1', version: 1 }, { old, fields: () => ({ [field]: 1 }) })).toThrow(`changes no ${field}`)
})
