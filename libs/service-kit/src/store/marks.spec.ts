import { Marks, markText, readMark, type Mark } from './marks'

const mark: Mark = { topic: 'organization.units', id: '0190b5a2-0000-7000-8000-000000000000', seq: 7 }
const other: Mark = { ...mark, topic: 'membership.appointments' }

function following(applied: boolean) {
  const asked: [Mark[], number][] = []
  const marks = new Marks()
  marks.follow({
    follows: (topic) => topic === mark.topic,
    waitFor: (wanted, milliseconds) => {
      asked.push([wanted, milliseconds])
      return Promise.resolve(applied)
    },
  })
  return { marks, asked }
}

test('a mark is read back from its text', () => {
  expect(readMark(markText(mark))).toEqual(mark)
})

test.each(['', 'x', 'ÿ', Buffer.from('a b').toString('base64url'), Buffer.from('a b c').toString('base64url')])(
  'what is no mark is ignored: “%s”',
  async (text) => {
    expect(readMark(text)).toBeUndefined()
    const { marks, asked } = following(false)
    expect([await marks.seen([text]), asked]).toEqual([true, []])
  },
)

test('a service waits for the topics that it follows alone, half a second at most', async () => {
  const { marks, asked } = following(false)
  expect(await marks.seen([markText(mark), markText(other)])).toBe(false)
  expect(asked).toEqual([[[mark], 500]])
  expect(await marks.seen([markText(other)])).toBe(true)
})

test('no more than fifty marks are waited for', async () => {
  const { marks, asked } = following(true)
  await marks.seen(Array.from({ length: 60 }, (_, seq) => markText({ ...mark, seq })))
  expect(asked[0]?.[0]).toHaveLength(50)
})

test('a service that follows nothing waits for nothing', async () => {
  expect(await new Marks().seen([markText(mark)])).toBe(true)
})
