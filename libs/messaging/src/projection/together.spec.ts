import { Together } from './together'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A work that is seen, and goes on when it is let. */
function watched({ weight = 10 } = {}, refuses: (items: number[]) => boolean = () => false) {
  const works: number[][] = []
  const open: (() => void)[] = []
  const together = new Together<number>(
    async (items) => {
      works.push(items)
      await new Promise<void>((resolve) => open.push(resolve))
      if (refuses(items)) throw new Error(`refused: ${items.join()}`)
    },
    { weight, weightOf: (item) => item },
  )
  const letGo = async () => {
    for (const go of open.splice(0)) go()
    await turn()
    await turn()
  }
  return { together, works, letGo }
}

test('what comes while a work goes on is carried out together, after it', async () => {
  const { together, works, letGo } = watched()
  const first = together.carryOut(1)
  await turn()
  const others = [together.carryOut(2), together.carryOut(3)]
  await turn()
  expect(works).toEqual([[1]])
  await letGo()
  await first
  expect(works).toEqual([[1], [2, 3]])
  await letGo()
  await Promise.all(others)
})

test('what comes in one turn belongs together', async () => {
  const { together, works } = watched()
  void together.carryOut(1)
  void together.carryOut(2)
  await turn()
  expect(works).toEqual([[1, 2]])
})

test('no work is heavier than allowed, but for one that is so by itself', async () => {
  const { together, works, letGo } = watched({ weight: 5 })
  for (const item of [9, 2, 3, 1]) void together.carryOut(item)
  await turn()
  await letGo()
  await letGo()
  expect(works).toEqual([[9], [2, 3], [1]])
})

test('what fails together is tried one by one: each hears of its own failure', async () => {
  const { together, works, letGo } = watched({}, (items) => items.includes(2))
  const results = Promise.allSettled([together.carryOut(1), together.carryOut(2), together.carryOut(3)])
  await turn()
  await letGo()
  await letGo()
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(works).toEqual([[1, 2, 3], [1], [2], [3]])
})

test('one that fails alone is not tried again', async () => {
  const { together, works, letGo } = watched({}, () => true)
  const result = together.carryOut(1)
  const failed = expect(result).rejects.toThrow('refused: 1')
  await turn()
  await letGo()
  await failed
  expect(works).toEqual([[1]])
})
