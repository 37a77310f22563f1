import { everywhere, verbsOn } from '@sizhang/service-kit/rights'
import { Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Account, SecondFactor } from '../accounts/account.domain'
import { enrolSecondFactor, mustEnrol, offerSecondFactor, removeSecondFactor, renewRecoveryCodes, useCode } from './second-factor.domain'

const [accountId, otherId] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const now = new Date('2026-03-31T08:00:00Z')
const today = '2026-03-31'
const factor: SecondFactor = { sealed: 'sealed', lastStep: 100, recoveryCodes: ['a', 'b'], since: now }
const anAccount = (said: Partial<Account> = {}): Account => ({
  name: 'dongting',
  holder: '东亭街道科协秘书',
  personId: null,
  passwordHash: 'hash',
  mustChangePassword: false,
  invitation: null,
  closed: false,
  grants: [{ ...everywhere('CITY_ADMINISTRATOR'), id: 'g', path: [], givenBy: null }],
  ...said,
})
const offeredFactor = { sealed: 'next', until: new Date(now.getTime() + 1) }
const withFactor = (said: Partial<Account> = {}) => anAccount({ secondFactor: factor, ...said })
const by = (role: 'CITY_ADMINISTRATOR' | 'ANALYST') => ({ giver: { accountId: otherId, grants: [everywhere(role)] }, today })
const typesOf = ({ facts }: Decision<Account>) => facts.map(({ type }) => type)

function refusal(rule: () => unknown): string {
  try {
    rule()
    return 'nothing'
  } catch (error) {
    if (error instanceof Rejected) return error.code
    throw error
  }
}

test('a secret that is shown changes nothing until a code of it is given', () => {
  const { state, facts } = offerSecondFactor(withFactor(), 'next', now)
  expect(state.secondFactor).toEqual(factor)
  expect(facts).toEqual([])
  const enrolled = enrolSecondFactor(state, { accountId, step: 7, recoveryCodes: ['c'], now })
  expect(enrolled.state.secondFactor).toEqual({ sealed: 'next', lastStep: 7, recoveryCodes: ['c'], since: now })
  expect(enrolled.state.offeredFactor).toBeUndefined()
  expect(typesOf(enrolled)).toEqual(['membership.second-factor-enrolled.v1'])
})

test('nothing is enrolled by a wrong code, or without a secret', () => {
  const offered = anAccount({ offeredFactor })
  expect(refusal(() => enrolSecondFactor(offered, { accountId, step: undefined, recoveryCodes: [], now }))).toBe(
    'SECOND_FACTOR_CODE_REFUSED',
  )
  expect(refusal(() => enrolSecondFactor(anAccount(), { accountId, step: 7, recoveryCodes: [], now }))).toBe('SECOND_FACTOR_NOT_OFFERED')
})

test('a secret that was shown is confirmed within fifteen minutes, and not after that', () => {
  const { state } = offerSecondFactor(withFactor(), 'next', now)
  const enrol = (minutes: number, shown = state) => {
    const then = new Date(now.getTime() + minutes * 60_000)
    return enrolSecondFactor(shown, { accountId, step: 7, recoveryCodes: [], now: then }).state.secondFactor?.sealed
  }
  expect(enrol(14.9)).toBe('next')
  expect(refusal(() => enrol(15))).toBe('SECOND_FACTOR_OFFER_OVER')
  const ofTheReleaseBefore = { ...state, offeredFactor: 'next' as never }
  expect(refusal(() => enrol(0, ofTheReleaseBefore))).toBe('SECOND_FACTOR_OFFER_OVER')
})

test('the code with which it was enrolled signs nobody in', () => {
  const { state } = enrolSecondFactor(anAccount({ offeredFactor }), { accountId, step: 7, recoveryCodes: [], now })
  expect(refusal(() => useCode(state, { step: 7 }))).toBe('SECOND_FACTOR_CODE_REFUSED')
})

test.each([
  ['of a later step', { step: 101 }, 'nothing'],
  ['of the last step', { step: 100 }, 'SECOND_FACTOR_CODE_REFUSED'],
  ['of the step before', { step: 99 }, 'SECOND_FACTOR_CODE_REFUSED'],
  ['of no step', null, 'SECOND_FACTOR_CODE_REFUSED'],
  ['for recovery', { recovery: 'b' }, 'nothing'],
  ['for recovery that is none of the account’s', { recovery: 'c' }, 'SECOND_FACTOR_CODE_REFUSED'],
])('a code %s', (_, code, refused) => {
  expect(refusal(() => useCode(withFactor(), code))).toBe(refused)
})

test('no code is taken twice', () => {
  const later = useCode(withFactor(), { step: 101 }).state
  expect(refusal(() => useCode(later, { step: 101 }))).toBe('SECOND_FACTOR_CODE_REFUSED')
  const recovered = useCode(withFactor(), { recovery: 'a' }).state
  expect(recovered.secondFactor?.recoveryCodes).toEqual(['b'])
  expect(refusal(() => useCode(recovered, { recovery: 'a' }))).toBe('SECOND_FACTOR_CODE_REFUSED')
})

test('an account without a second factor takes no code and has no recovery codes', () => {
  expect(refusal(() => useCode(anAccount(), { step: 101 }))).toBe('SECOND_FACTOR_CODE_REFUSED')
  expect(refusal(() => renewRecoveryCodes(anAccount(), ['c']))).toBe('SECOND_FACTOR_NONE')
  expect(renewRecoveryCodes(withFactor(), ['c']).state.secondFactor?.recoveryCodes).toEqual(['c'])
})

test('a second factor that is taken away signs the account out, with what was shown for the next', () => {
  const decision = removeSecondFactor(withFactor({ offeredFactor }), accountId, now, by('CITY_ADMINISTRATOR'))
  expect(decision.state).toEqual(anAccount({ generation: 1, reopened: { by: otherId, at: now } }))
  expect(typesOf(decision)).toEqual(['membership.second-factor-removed.v1'])
})

test('a second factor is taken away by those alone who could have granted as much, and by nobody from himself', () => {
  expect(refusal(() => removeSecondFactor(withFactor(), accountId, now, by('ANALYST')))).toBe('GRANT_BEYOND_OWN')
  expect(refusal(() => removeSecondFactor(withFactor(), otherId, now, by('CITY_ADMINISTRATOR')))).toBe('SECOND_FACTOR_IS_OWN')
  expect(refusal(() => removeSecondFactor(anAccount(), accountId, now, by('CITY_ADMINISTRATOR')))).toBe('SECOND_FACTOR_NONE')
  const closed = withFactor({ closed: true })
  expect(refusal(() => removeSecondFactor(closed, accountId, now, by('CITY_ADMINISTRATOR')))).toBe('ACCOUNT_CLOSED_ALREADY')
})

test.each([
  ['lets others in', ['accounts.write'], 'demanded', true],
  ['runs the system', ['operation.write'], 'demanded', true],
  ['looks at whole numbers', ['accesses.write'], 'demanded', true],
  ['approves such looks', ['accesses.approve'], 'demanded', true],
  ['does none of these', ['units.write', 'accounts.read', 'operation.read'], 'demanded', false],
  ['lets others in where it is offered alone', ['accounts.write'], 'offered', false],
] as const)('who %s', (_, verbs, demand, must) => {
  expect(mustEnrol(anAccount(), verbs, demand)).toBe(must)
  expect(mustEnrol(withFactor(), verbs, demand)).toBe(false)
})

test('whoever acts in the place of a secretary needs a second factor as she does', () => {
  const deputys = verbsOn([{ ...everywhere('TOWN_SECRETARY'), delegated: true }], today)
  expect(deputys).not.toContain('accounts.write')
  expect(mustEnrol(anAccount({ grants: [] }), deputys, 'demanded')).toBe(true)
})
