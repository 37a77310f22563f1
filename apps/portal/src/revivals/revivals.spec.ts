import type { ChangePreviewFragment } from '../graph.generated'
import { othersThere } from './revivals'

type Burden = ChangePreviewFragment['units'][number]
const burden = (id: string, covers: string[], coversAfter: string[]) => {
  const areas = (codes: string[]) => codes.map((code) => ({ code, name: code }))
  return { unit: { id, name: `科协${id}` }, covers: areas(covers), coversAfter: areas(coversAfter) } as Burden
}

test('who else covers an area that would be covered again is named, the unit above is not', () => {
  const units = [
    burden('1', [], ['320205001', '320205002']),
    burden('2', ['320205'], ['320205']),
    burden('3', ['320205002'], ['320205002']),
  ]
  expect(othersThere(units, '1')).toEqual(['科协3'])
})

test('nobody is named where nothing would be covered again', () => {
  expect(othersThere([burden('1', [], []), burden('3', ['320205002'], ['320205002'])], '1')).toEqual([])
})
