import { randomBytes } from 'node:crypto'
import type { Caller } from '../caller/caller'
import { everywhere } from '../rights'
import { behind, Pages, type SortKey } from './connection'

const clerk: Caller = {
  accountId: 'clerk',
  name: 'clerk',
  grants: [everywhere('CITY_ADMINISTRATOR')],
  language: 'zh',
  after: [],
  correlationId: 'c',
}
const rows = Array.from({ length: 300 }, (_, place) => place)
const pages = new Pages(randomBytes(32))

interface Asked {
  caller?: Caller
  list?: string
  filter?: object
  first?: number
  after?: string
  from?: Pages
}
const page = ({ caller = clerk, list = 'units', filter = { within: '3202' }, from = pages, ...request }: Asked) =>
  from.page(
    caller,
    list,
    filter,
    request,
    (after: SortKey | null, limit) => Promise.resolve(rows.filter((row) => !after || row > Number(after[0])).slice(0, limit)),
    (row) => [row],
  )
const cursorOf = async () => (await page({ first: 2 })).pageInfo.endCursor() ?? ''

test('pages follow each other without a gap or a double, to the end', async () => {
  const seen: number[] = []
  let after: string | null = ''
  for (; after !== null;) {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ first: 77, ...(after ? { after } : {}) })
    seen.push(...nodes)
    after = pageInfo.hasNextPage ? pageInfo.endCursor() : null
  }
  expect(seen).toEqual(rows)
})

test('a page has fifty rows unless others are asked for, and 200 at most', async () => {
  expect((await page({})).nodes).toHaveLength(50)
  expect((await page({ first: 200 })).nodes).toHaveLength(200)
})

test.each([201, 0, -1])('a page of %i rows is refused', async (first) => {
  await expect(page({ first })).rejects.toMatchObject({ code: 'FIRST_OUT_OF_RANGE', details: { field: 'first', value: first } })
})

test('the last page says that it is', async () => {
  const after = (await page({ first: 200 })).pageInfo.endCursor() ?? ''
  expect((await page({ first: 99, after })).pageInfo.hasNextPage).toBe(true)
  expect((await page({ first: 100, after })).pageInfo.hasNextPage).toBe(false)
})

const foreign: [string, Asked][] = [
  ['of another filter', { filter: { within: '3203' } }],
  ['of another reader', { caller: { ...clerk, accountId: 'another' } }],
  ['of another list', { list: 'employers' }],
  ['of another key', { from: new Pages(randomBytes(32)) }],
]

test.each(foreign)('a cursor %s is refused', async (_, asked) => {
  await expect(page({ ...asked, after: await cursorOf() })).rejects.toMatchObject({ code: 'CURSOR_INVALID', details: { field: 'after' } })
})

test('a forged cursor is refused', async () => {
  const [text = '', seal = ''] = (await cursorOf()).split('.')
  const forged = Buffer.from('[7]').toString('base64url')
  for (const after of [`${forged}.${seal}`, `${text}.`, text, 'x', `.${seal}`, `${text}.${seal}AA`])
    await expect(page({ after })).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
})

test('rows behind a key are those with a later field, the ones before it being equal', () => {
  expect(behind({ on: -1, _id: 1 }, null)).toEqual({})
  expect(behind({ on: -1, _id: 1 }, ['2025-01-01', 'a'])).toEqual({
    $or: [{ on: { $lt: '2025-01-01' } }, { on: '2025-01-01', _id: { $gt: 'a' } }],
  })
})
