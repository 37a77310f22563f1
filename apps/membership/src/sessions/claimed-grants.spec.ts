import { everywhere, type Grant } from '@sizhang/service-kit/rights'
import { claimedGrants } from './sessions.domain'

const today = '2026-03-31'
const clerk = (from: string, until: string | null, id = 'u'): Grant => ({ role: 'UNIT_CLERK', within: { kind: 'UNIT', id }, from, until })

test.each<[string, Grant[], Grant[]]>([
  ['what is over is left out', [clerk('2024-01-01', today), everywhere('ANALYST')], [everywhere('ANALYST')]],
  ['the same again is one', [clerk('2024-01-01', '2027-01-01'), clerk('2024-01-01', '2027-01-01')], [clerk('2024-01-01', '2027-01-01')]],
  ['what goes on is one', [clerk('2026-06-01', null), clerk('2024-01-01', '2026-06-01')], [clerk('2024-01-01', null)]],
  ['what overlaps is one', [clerk('2024-01-01', '2027-01-01'), clerk('2025-01-01', '2026-06-01')], [clerk('2024-01-01', '2027-01-01')]],
  [
    'a gap stays a gap',
    [clerk('2024-01-01', '2026-06-01'), clerk('2026-06-02', null)],
    [clerk('2024-01-01', '2026-06-01'), clerk('2026-06-02', null)],
  ],
  [
    'another unit is another',
    [clerk('2024-01-01', null), clerk('2024-01-01', null, 'v')],
    [clerk('2024-01-01', null), clerk('2024-01-01', null, 'v')],
  ],
  [
    'what is delegated stays apart from what is one’s own',
    [clerk('2024-01-01', null), { ...clerk('2026-01-01', '2026-04-30'), delegated: true }],
    [clerk('2024-01-01', null), { ...clerk('2026-01-01', '2026-04-30'), delegated: true }],
  ],
])('%s', (_, grants, open) => {
  expect(claimedGrants(grants, today)).toEqual(open)
})
