import { FOUR_HEADS } from '../posts/posts.domain'
import { bodyEntries, countEntry, type BodyInTerm, type PostOfHead } from './entry.domain'

const [HOSPITAL = '', SCHOOL = ''] = FOUR_HEADS
const aBody = (bodyId: string): BodyInTerm => ({ bodyId, unitId: `unit of ${bodyId}`, path: ['320200'] })
const aPost = (bodyId: string, head: string, personId = `${head} of ${bodyId}`): PostOfHead => ({ bodyId, head, personId })
const counted = (bodies: BodyInTerm[], posts: PostOfHead[]) => countEntry(bodyEntries(bodies, posts), posts, FOUR_HEADS)

test('a body counts once for a head, however many of that head hold posts in it', () => {
  const count = counted([aBody('a')], [aPost('a', HOSPITAL, 'one'), aPost('a', HOSPITAL, 'two')])
  expect(count.byHead.get(HOSPITAL)).toEqual({ bodies: 1, persons: 2 })
})

test('a person with several posts in the bodies of a level counts once', () => {
  const count = counted([aBody('a'), aBody('b')], [aPost('a', HOSPITAL, 'one'), aPost('b', HOSPITAL, 'one'), aPost('b', HOSPITAL, 'one')])
  expect(count).toMatchObject({ bodies: 2, persons: 1 })
  expect(count.byHead.get(HOSPITAL)).toEqual({ bodies: 2, persons: 1 })
})

test('a person who is head of a hospital here and of a school there counts once among the four, and once for each head', () => {
  const count = counted([aBody('a'), aBody('b')], [aPost('a', HOSPITAL, 'one'), aPost('b', SCHOOL, 'one')])
  expect(count.persons).toBe(1)
  expect([HOSPITAL, SCHOOL].map((head) => count.byHead.get(head)?.persons)).toEqual([1, 1])
})

test('a full house has all four heads; three of them are none', () => {
  const full = FOUR_HEADS.map((head) => aPost('full', head))
  const three = FOUR_HEADS.slice(1).map((head) => aPost('three', head))
  expect(counted([aBody('full'), aBody('three')], [...full, ...three]).fullHouse).toBe(1)
})

test("a fifth department's head is shown by its code and is none of the four", () => {
  const count = counted([aBody('a')], [aPost('a', 'LIBRARY_HEAD')])
  expect(count.byHead.get('LIBRARY_HEAD')).toEqual({ bodies: 1, persons: 1 })
  expect(count).toMatchObject({ persons: 0, fullHouse: 0 })
})

test('a body without any head is counted, and a head that nobody holds is shown with zero', () => {
  const count = counted([aBody('a')], [])
  expect(count.bodies).toBe(1)
  expect([...count.byHead]).toEqual(FOUR_HEADS.map((head) => [head, { bodies: 0, persons: 0 }]))
})

test('a post in a body that has no term on the day counts nowhere', () => {
  expect(counted([aBody('a')], [aPost('elsewhere', HOSPITAL)])).toMatchObject({ bodies: 1, persons: 0 })
})

test('each body is listed with its heads and the persons of the four', () => {
  const posts = [aPost('a', SCHOOL), aPost('a', HOSPITAL), aPost('a', 'OTHER_KEY')]
  expect(bodyEntries([aBody('a'), aBody('b')], posts)).toEqual([
    { ...aBody('a'), heads: [HOSPITAL, 'OTHER_KEY', SCHOOL].sort(), persons: 2 },
    { ...aBody('b'), heads: [], persons: 0 },
  ])
})
