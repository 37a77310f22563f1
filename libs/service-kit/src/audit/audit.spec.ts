import {
  ChainWalk,
  emptyHead,
  linksAfter,
  sealOf,
  type AuditCheckpoint,
  type AuditEntry,
  type AuditFault,
  type AuditLink,
} from './chain-links'

const anEntry = (place: number): AuditEntry => ({
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  at: new Date(Date.UTC(2026, 0, 15, 2, 30, place)),
  account: '00000000-0000-7000-8000-000000009003',
  action: 'establishUnit',
  kind: 'units',
  record: '00000000-0000-7000-8000-000000000001',
  reason: null,
  address: '192.0.2.1',
  trace: 'c-1',
  refusal: null,
})
const aChain = (length: number, from = 1) =>
  linksAfter(
    emptyHead('organization'),
    Array.from({ length }, (_, place) => anEntry(place + from)),
  )
const checkpointOf = ({ _id: position, hash }: AuditLink): AuditCheckpoint => ({ position, hash, at: '2026-01-15T02:31:00.000Z' })
const at = (chain: AuditLink[], position: number): AuditLink => chain[position - 1] as AuditLink

function faultIn(chain: readonly AuditLink[], checkpoints: AuditCheckpoint[] = [], service = 'organization'): AuditFault | undefined {
  const walk = new ChainWalk(service, checkpoints)
  for (const link of chain) {
    const fault = walk.follow(link)
    if (fault) return fault
  }
  return walk.end()
}

test('a chain that nobody touched is whole, and its checkpoints fit', () => {
  const chain = aChain(9)
  expect(faultIn(chain, [checkpointOf(at(chain, 3)), checkpointOf(at(chain, 9))])).toBeUndefined()
})

test('a chain that is added to in parts is the same as in one', () => {
  const first = aChain(4)
  const head = { position: 4, hash: at(first, 4).hash }
  expect([...first, ...linksAfter(head, [anEntry(5), anEntry(6)])]).toEqual(aChain(6))
})

test.each<[keyof AuditEntry, unknown]>([
  ['id', '00000000-0000-7000-8000-000000000099'],
  ['at', new Date(0)],
  ['account', null],
  ['action', 'dissolveUnit'],
  ['kind', 'bodies'],
  ['record', null],
  ['reason', '00000000-0000-7000-8000-000000000099'],
  ['address', null],
  ['trace', 'c-2'],
  ['refusal', 'FORBIDDEN'],
])('an entry whose %s was edited is named', (field, value) => {
  const chain = aChain(5)
  chain[2] = { ...at(chain, 3), [field]: value }
  expect(faultIn(chain)).toEqual({ kind: 'ALTERED', position: 3 })
})

test('an entry that was edited and sealed anew does not fit the one behind it', () => {
  const chain = aChain(5)
  const forged = { ...at(chain, 3), account: null }
  chain[2] = { ...forged, hash: sealOf(forged) }
  expect(faultIn(chain)).toEqual({ kind: 'UNLINKED', position: 4 })
})

test('two entries that changed places are named by the first', () => {
  const chain = aChain(5)
  const [second, third] = [at(chain, 2), at(chain, 3)]
  chain[1] = { ...third, _id: 2 }
  chain[2] = { ...second, _id: 3 }
  expect(faultIn(chain)).toEqual({ kind: 'ALTERED', position: 2 })
})

test('entries that were taken out of the middle are named, and those at the beginning', () => {
  const chain = aChain(8)
  expect(faultIn(chain.filter(({ _id }) => _id < 3 || _id > 5))).toEqual({ kind: 'GONE', from: 3, to: 5 })
  expect(faultIn(chain.slice(2))).toEqual({ kind: 'GONE', from: 1, to: 2 })
})

test('a checkpoint of no entry hides none that comes after it', () => {
  const chain = aChain(9)
  const forged = { ...checkpointOf(at(chain, 3)), position: 0 }
  expect(faultIn(chain, [forged, checkpointOf(at(chain, 9))])).toMatchObject({ kind: 'REWRITTEN' })
})

test('a tail that was cut shows by a checkpoint alone', () => {
  const chain = aChain(8)
  const checkpoint = checkpointOf(at(chain, 7))
  expect(faultIn(chain.slice(0, 5))).toBeUndefined()
  expect(faultIn(chain.slice(0, 5), [checkpoint])).toEqual({ kind: 'TAIL_GONE', from: 6, to: 7, at: checkpoint.at })
  expect(faultIn([], [checkpoint])).toEqual({ kind: 'TAIL_GONE', from: 1, to: 7, at: checkpoint.at })
})

test('a chain that was written anew from some entry on shows by a checkpoint alone, between which two it was', () => {
  const chain = aChain(8)
  const checkpoints = [checkpointOf(at(chain, 3)), checkpointOf(at(chain, 7))]
  const forged = [...chain.slice(0, 4), ...linksAfter({ position: 4, hash: at(chain, 4).hash }, [20, 21, 22, 23].map(anEntry))]
  expect(faultIn(forged)).toBeUndefined()
  expect(faultIn(forged, checkpoints)).toEqual({ kind: 'REWRITTEN', from: 4, to: 7, at: checkpoints[1]?.at })
})

test('of two checkpoints of one entry that differ, one is not the chain’s', () => {
  const chain = aChain(4)
  const checkpoint = checkpointOf(at(chain, 4))
  expect(faultIn(chain, [checkpoint, { ...checkpoint, hash: at(chain, 1).hash }])).toMatchObject({ kind: 'REWRITTEN', to: 4 })
})

test('the chain of another service is no chain of this one', () => {
  expect(faultIn(aChain(3), [], 'membership')).toEqual({ kind: 'UNLINKED', position: 1 })
})
