import type { LegalBasisLineFragment, PurposeTermsFragment } from '../graph.generated'
import { consentInputs, noConsent, standingOf } from './consents'

const contact: PurposeTermsFragment = {
  __typename: 'ProcessingPurpose',
  code: 'CONTACT',
  name: '电话联系',
  basis: 'CONSENT',
  text: '告知',
  textVersion: 2,
}
const posts: PurposeTermsFragment = { ...contact, code: 'MEMBERSHIP_AND_POSTS', basis: 'CONTRACT', textVersion: 1 }
const basis = (said: Partial<LegalBasisLineFragment>): LegalBasisLineFragment => ({
  __typename: 'LegalBasis',
  inForce: false,
  on: null,
  textVersion: null,
  means: null,
  withdrawnOn: null,
  purpose: contact,
  ...said,
})

test('a purpose needs no consent, or the consent was given, withdrawn or never asked for', () => {
  const lines = [
    basis({ purpose: posts, inForce: true }),
    basis({ inForce: true, on: '2026-01-01' }),
    basis({ on: '2026-01-01', withdrawnOn: '2026-02-01' }),
    basis({}),
  ]
  expect(lines.map(standingOf)).toEqual(['notAsked', 'given', 'withdrawn', 'none'])
})

test('nobody agrees before he says so', () => {
  expect(consentInputs(noConsent, [posts, contact], '2026-03-31')).toEqual([])
})

test('a paper bears its day, a screen today’s, and each the version that was shown', () => {
  const draft = { ...noConsent, purposes: ['CONTACT' as const] }
  expect(consentInputs(draft, [posts, contact], '2026-03-31')).toBeNull()
  const agreed = { purpose: 'CONTACT', textVersion: 2 }
  expect(consentInputs({ ...draft, on: '2026-03-01' }, [posts, contact], '2026-03-31')).toEqual([
    { ...agreed, means: 'SIGNED_PAPER', on: '2026-03-01' },
  ])
  expect(consentInputs({ ...draft, means: 'ON_SCREEN' }, [posts, contact], '2026-03-31')).toEqual([
    { ...agreed, means: 'ON_SCREEN', on: '2026-03-31' },
  ])
})
