import { usualSeats } from './seat-templates'

const heads = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR', 'OTHER_KEY']
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

test('a town has four vice-chairs, one for each head', () => {
  const viceChairs = usualSeats('TOWN', 'committee', heads).filter(({ rank }) => rank === 'VICE_CHAIR')
  expect(viceChairs.map(({ reservedHead }) => reservedHead)).toEqual(heads.slice(0, 4))
})

test('a village has a working team, a society a council with a president', () => {
  expect(placesOf('VILLAGE', 'working-team', 'TEAM_MEMBER')).toBe(5)
  expect(usualSeats('SOCIETY', 'council', heads)[0]).toMatchObject({ title: '会长', rank: 'CHAIR' })
})

test('a head that no pack knows reserves nothing', () => {
  expect(usualSeats('TOWN', 'committee', ['HOSPITAL_HEAD']).filter(({ reservedHead }) => reservedHead !== null)).toHaveLength(1)
})

test.each(['CITY', 'COUNTY', 'TOWN', 'VILLAGE', 'ENTERPRISE', 'RTA'])(
  'every seat of a %s has a title, a kind of holding and one chair',
  (type) => {
    for (const kind of ['committee', 'council', 'working-team']) {
      const seats = usualSeats(type, kind, heads)
      expect(seats.every(({ title, kinds, places }) => title.length > 1 && kinds.length > 0 && places > 0)).toBe(true)
      expect(seats.filter(({ rank }) => rank === 'CHAIR')).toHaveLength(1)
    }
  },
)
