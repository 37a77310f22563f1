import { topics } from '@sizhang/contracts'
import { decodePosition, encodePosition, isWithin } from './position'

const [first = '', second = ''] = topics

test('a position gives back the offsets that it was made of, however large', () => {
  const offsets = new Map([
    [first, [0, 1, 127, 128, 16_384]],
    [second, [2 ** 40, Number.MAX_SAFE_INTEGER]],
  ])
  expect(decodePosition(encodePosition(offsets), topics)).toEqual(offsets)
})

test('a position of more topics is read for those that are followed now', () => {
  const position = encodePosition(
    new Map([
      [first, [5]],
      [second, [7]],
    ]),
  )
  expect(decodePosition(position, [second])).toEqual(new Map([[second, [7]]]))
})

test('a position of all topics is short enough to go with every fact', () => {
  const position = encodePosition(new Map(topics.map((topic) => [topic, Array<number>(12).fill(50_000)])))
  expect(position.length).toBeLessThan(topics.length * 60)
})

test('no two topics share the bytes that name them in a position', () => {
  const all = encodePosition(new Map(topics.map((topic, index) => [topic, [index]])))
  expect(decodePosition(all, topics)).toEqual(new Map(topics.map((topic, index) => [topic, [index]])))
})

test.each(['', 'x', '2018-06-11', 'AQ', 'AgAA', 'AQECAwT_', '//8=', 'A'.repeat(5000)])('"%.20s" is no position in the topics', (text) => {
  const decoded = decodePosition(text, topics)
  expect(decoded === undefined || decoded.size === 0).toBe(true)
})

test('a position cut short is no position', () => {
  const position = Buffer.from(encodePosition(new Map([[first, [1000, 2000, 3000]]])), 'base64url')
  expect(decodePosition(position.subarray(0, -1).toString('base64url'), topics)).toBeUndefined()
})

test('offsets past the end, or of another number of partitions, are not within it', () => {
  const ends = new Map([[first, [3, 3]]])
  expect(isWithin(new Map([[first, [3, 0]]]), ends)).toBe(true)
  expect(isWithin(new Map([[first, [4, 0]]]), ends)).toBe(false)
  expect(isWithin(new Map([[first, [3]]]), ends)).toBe(false)
})
