import { ranks } from '@sizhang/contracts'
import { unitTypes } from '../units/unit-types.domain'
import { bodyKinds, bodyKindsOf } from './body-kinds.domain'
import { usualSeats } from './seat-templates.domain'

const HEADS = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR']
const heads = new Set([...HEADS, 'OTHER_KEY'])
const placesOf = (type: string, kind: string, rank: string) =>
  usualSeats(type, kind, heads)
    .filter((seat) => seat.rank === rank)
    .reduce((sum, { places }) => sum + places, 0)

test('a county has two vice-chairs part-time or seconded, four on the standing committee and eight on the committee', () => {
  const forHeads = usualSeats('COUNTY', 'committee', heads).find(({ kinds }) => kinds.includes('SECONDMENT'))
  expect(forHeads).toMatchObject({ rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST', 'SECONDMENT'], places: 2 })
  expect(placesOf('COUNTY', 'committee', 'STANDING_COMMITTEE_MEMBER')).toBe(4)
  expect(placesOf('COUNTY', 'committee', 'COMMITTEE_MEMBER')).toBe(8)
})

test('a town has four vice-chairs, one for each head; a firm’s committee none of them', () => {
  const viceChairs = (type: string) => usualSeats(type, 'committee', heads).filter(({ rank }) => rank === 'VICE_CHAIR')
  expect(viceChairs('TOWN').map(({ reservedHead }) => reservedHead)).toEqual(HEADS)
  expect(viceChairs('ENTERPRISE').map(({ reservedHead }) => reservedHead)).toEqual([undefined])
})

test('a village has a working team with a place for each head, a society a council with a president', () => {
  expect(placesOf('VILLAGE', 'working-team', 'TEAM_MEMBER')).toBe(5)
  expect(usualSeats('SOCIETY', 'council', heads)[0]).toMatchObject({ title: '会长', rank: 'CHAIR' })
})

test('a leading group has its offices in the order of the annex', () => {
  expect(usualSeats('CITY', 'working-group', heads).map(({ title }) => title)).toEqual(['组长', '副组长', '成员', '办公室主任'])
})

test('a head that no pack knows reserves nothing', () => {
  expect(usualSeats('TOWN', 'committee', new Set(['HOSPITAL_HEAD'])).filter(({ reservedHead }) => reservedHead)).toHaveLength(1)
})

test('the usual kind of body of each type of unit is one that the type may have', () => {
  for (const { code, bodyKind } of unitTypes()) expect(bodyKindsOf(code).map((kind) => kind.code)).toContain(bodyKind)
})

test('kinds name types of unit that there are', () => {
  const known = new Set(unitTypes().map(({ code }) => code))
  expect(bodyKinds.flatMap(({ unitTypes: theirs }) => theirs ?? []).filter((code) => !known.has(code))).toEqual([])
})

test.each(unitTypes().map(({ code }) => code))(
  'each kind of body of a %s has usual seats, each with title, rank, kinds and places, and at most one chair',
  (type) => {
    for (const { code: kind } of bodyKindsOf(type)) {
      const seats = usualSeats(type, kind, heads)
      expect(seats.length).toBeGreaterThan(0)
      expect(
        seats.every(({ title, rank, kinds, places }) => title.length > 1 && ranks.includes(rank) && kinds.length > 0 && places > 0),
      ).toBe(true)
      expect(seats.filter(({ rank }) => rank === 'CHAIR').length).toBeLessThanOrEqual(1)
    }
  },
)
