import { compared, figuresOf } from './rounds'
import type { Line } from './row'

const atLeast = (ratio: number): Line => ({ name: 'a', unit: 'rows/s', ours: 'ours', theirs: 'raw', aim: { ratioAtLeast: ratio } })

test('the ratio is the median of what each round gave, so that a round on a busy machine moves it no more than any other', () => {
  const { ours, theirs, ratio, spread } = compared(atLeast(0.5), [60, 5, 60, 30, 20], [100, 10, 100, 50, 100])
  expect({ ours, theirs, ratio, spread }).toEqual({ ours: 30, theirs: 100, ratio: 0.6, spread: { least: 0.2, most: 0.6 } })
})

test.each([
  [{ ratioAtLeast: 0.5 }, 0.5, true],
  [{ ratioAtLeast: 0.51 }, 0.5, false],
  [{ ratioAtMost: 0.5 }, 0.5, true],
  [{ ratioAtMost: 0.49 }, 0.5, false],
  [{ oursAtMost: 5 }, 0.5, true],
  [{ oursAtMost: 4 }, 0.5, false],
])('an aim of %j at a ratio of %d: met %s', (aim, ratio, met) => {
  expect(compared({ ...atLeast(0), aim }, [5], [5 / ratio]).met).toBe(met)
})

test('without a figure of theirs to divide by there is no ratio, and the spread is that of ours', () => {
  const { ratio, spread, met } = compared({ ...atLeast(0), aim: { oursAtMost: 2 } }, [1, 3, 2], [0, 0, 0])
  expect({ ratio, spread, met }).toEqual({ ratio: null, spread: { least: 1, most: 3 }, met: true })
})

test.each([
  [[80, 90, 70], { figure: 80, ratio: 0.8, met: true }],
  [[30, 30, 40], { figure: 30, ratio: 0.3, met: false }],
])('what raw drivers alone came to, %j, says whether the aim could be met at all', (least, bound) => {
  const { met, bound: found } = compared(atLeast(0.5), [20, 20, 20], [100, 100, 100], least)
  expect({ met, found }).toEqual({ met: false, found: bound })
})

test('each side has one turn that is not counted and five that are, or as many as it asks for; the order turns round each time', async () => {
  const turns: string[] = []
  const side = (name: string) => () => Promise.resolve(turns.push(name))
  await figuresOf({ sizes: '', sides: { ours: side('o'), raw: side('r') }, lines: [] })
  expect(turns.join('')).toBe('oror' + 'ro' + 'or' + 'ro' + 'or')
  turns.length = 0
  await figuresOf({ sizes: '', sides: { ours: side('o'), raw: side('r') }, lines: [], rounds: 1, uncounted: 2 })
  expect(turns.join('')).toBe('oror' + 'or')
})
