import { everywhere } from '@sizhang/service-kit/rights'
import { closeAccount, inviteAccount, renewInvitation } from '../accounts/accounts.domain'
import {
  accountId,
  administrator,
  anAccount,
  area,
  asked,
  confirmerId,
  giverId,
  grantId,
  held,
  now,
  proposed,
  refusal,
  secretaryOf,
  today,
  TOWN,
} from '../testing/accounts'
import { giveGrant, PROPOSAL_LASTS } from './grants.domain'
import { confirmGrant, refusalToConfirm, refusalToDecide, refuseGrant, withdrawGrant, type TwoAccounts } from './proposals.domain'

const fourEyes = { giver: administrator, today, now, path: TOWN, alone: false }
const on = { accountId, grantId }
const second = { giver: { ...administrator, accountId: confirmerId }, today, now }
const both: TwoAccounts = { confirmer: {}, proposers: new Map([[giverId, { grants: administrator.grants }]]) }
const reopenedAt = (at: string, by = giverId) => ({ reopened: { by, at: new Date(at) } })
const waiting = anAccount({ grants: [], proposals: [proposed()] })

describe('a grant that administrates', () => {
  test('waits for a second account, and lets do nothing meanwhile; no fact tells of it', () => {
    const { state, facts } = giveGrant(anAccount({ grants: [] }), asked(), fourEyes)
    expect(state).toMatchObject({ grants: [], proposals: [{ id: grantId, givenBy: giverId, lapsesAt: new Date('2026-04-07T02:00:00Z') }] })
    expect(facts).toEqual([])
  })

  test.each(['CITY_ADMINISTRATOR', 'OPERATOR'])('%s waits like a secretary', (role) => {
    const { state } = giveGrant(anAccount({ grants: [] }), asked({ role, areaCode: null }), { ...fourEyes, path: [] })
    expect(state.grants).toEqual([])
  })

  test('is given by one alone where that is allowed; any other grant always is', () => {
    expect(giveGrant(anAccount({ grants: [] }), asked(), { ...fourEyes, alone: true }).state.grants).toHaveLength(1)
    expect(giveGrant(anAccount({ grants: [] }), asked({ role: 'VILLAGE_SECRETARY' }), fourEyes).state.grants).toHaveLength(1)
  })

  test('waits for whoever is invited with it, too', () => {
    const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
    const inviting = { accountId, name: 'dongting', holder: '东亭街道科协秘书', grant: asked(), invitation }
    expect(inviteAccount(inviting, fourEyes).state).toMatchObject({ grants: [], proposals: [{ role: 'TOWN_SECRETARY' }], invitation })
  })

  test('is proposed by nobody whose account somebody else has opened anew lately; what lets nobody in he gives', () => {
    const reopened = { ...fourEyes, isReopened: true }
    expect(refusal(() => giveGrant(anAccount({ grants: [] }), asked(), reopened))).toEqual(['REOPENED_LATELY', 'role'])
    expect(giveGrant(anAccount({ grants: [] }), asked({ role: 'VILLAGE_SECRETARY' }), reopened).state.grants).toHaveLength(1)
  })

  test('is one of forty that are open', () => {
    const many = anAccount({ grants: [], proposals: Array.from({ length: 40 }, () => proposed()) })
    expect(refusal(() => giveGrant(many, asked(), fourEyes))).toEqual(['GRANTS_TOO_MANY', 'accountId'])
    expect(giveGrant(many, asked(), { ...fourEyes, now: new Date('2026-04-08T00:00:00Z') }).state.proposals).toHaveLength(1)
  })
})

describe('a proposal', () => {
  test('is confirmed by a second account, and holds from then on', () => {
    const { state, facts } = confirmGrant(waiting, on, second, both)
    expect(state).toMatchObject({ proposals: [], grants: [{ id: grantId, givenBy: giverId, confirmedBy: confirmerId, path: TOWN }] })
    expect(state.grants[0]).not.toHaveProperty('lapsesAt')
    expect(facts.map(({ type }) => type)).toEqual(['membership.grant-given.v1'])
  })

  test('closes an open link when it is confirmed: whoever has that could take what is given now', () => {
    const linked = { ...waiting, invitation: { key: 'k', until: new Date('2026-04-07T00:00:00Z') } }
    expect(confirmGrant(linked, on, second, both).state.invitation).toBeNull()
  })

  test.each([
    ['by who proposed it', waiting, { ...second, giver: administrator }, both, 'PROPOSAL_IS_OWN'],
    [
      'by who could not have given it',
      waiting,
      { ...second, giver: { ...secretaryOf('320206'), accountId: confirmerId } },
      both,
      'GRANT_BEYOND_OWN',
    ],
    [
      'once its proposer could not give it any more',
      waiting,
      second,
      { ...both, proposers: new Map([[giverId, { grants: [{ ...everywhere('CITY_ADMINISTRATOR'), until: today }] }]]) },
      'PROPOSER_LACKS_IT',
    ],
    ['when its proposer is no account', waiting, second, { ...both, proposers: new Map() }, 'PROPOSER_LACKS_IT'],
    [
      'by whom its proposer has let in anew within the week',
      waiting,
      second,
      { ...both, confirmer: reopenedAt('2026-03-25T00:00:00Z') },
      'REOPENED_LATELY',
    ],
    [
      'by whom anybody else has let in anew: a third account may be the proposer’s, too',
      waiting,
      second,
      { ...both, confirmer: reopenedAt('2026-03-31T00:00:00Z', accountId) },
      'REOPENED_LATELY',
    ],
    [
      'when its proposer was let in anew, be it by who confirms',
      waiting,
      second,
      { ...both, proposers: new Map([[giverId, { ...administrator, ...reopenedAt('2026-03-25T00:00:00Z', confirmerId) }]]) },
      'PROPOSER_REOPENED',
    ],
    ['after seven days', waiting, { ...second, now: new Date('2026-04-07T02:00:00Z') }, both, 'PROPOSAL_NOT_OPEN'],
    ['for a closed account', { ...waiting, closed: true }, second, both, 'ACCOUNT_CLOSED_ALREADY'],
    [
      'for who is an auditor by now',
      { ...waiting, grants: [held({ role: 'AUDITOR', within: { kind: 'EVERYWHERE' } as const })] },
      second,
      both,
      'AUDITOR_STANDS_APART',
    ],
  ])('is not confirmed %s', (_, account, deciding, others, code) => {
    expect(refusal(() => confirmGrant(account, on, deciding, others))).toEqual([code, expect.stringMatching(/grantId|accountId/)])
  })

  test('is confirmed when either of the two was let in anew a week ago or more', () => {
    const long = reopenedAt('2026-03-24T02:00:00Z')
    const two = { confirmer: long, proposers: new Map([[giverId, { ...administrator, ...long }]]) }
    expect(confirmGrant(waiting, on, second, two).state.grants).toHaveLength(1)
  })

  test('is refused by whoever could confirm it, and withdrawn by who proposed it', () => {
    const own = { ...second, giver: administrator }
    expect(refuseGrant(waiting, on, second).state.proposals).toEqual([])
    expect(withdrawGrant(waiting, on, own).state.proposals).toEqual([])
    expect(refusal(() => refuseGrant(waiting, on, own))).toEqual(['PROPOSAL_IS_OWN', 'grantId'])
    expect(refusal(() => withdrawGrant(waiting, on, second))).toEqual(['PROPOSAL_NOT_OWN', 'grantId'])
    const stranger = { ...second, giver: { ...secretaryOf('320206'), accountId: confirmerId } }
    expect(refusal(() => refuseGrant(waiting, on, stranger))).toEqual(['GRANT_BEYOND_OWN', 'grantId'])
  })

  test('is decided on once', () => {
    const after = confirmGrant(waiting, on, second, both).state
    for (const decide of [() => confirmGrant(after, on, second, both), () => refuseGrant(after, on, second)])
      expect(refusal(decide)).toEqual(['PROPOSAL_NOT_OPEN', 'grantId'])
  })

  test('is offered to whoever could confirm it, and not to who proposed it; to be refused also where it is not confirmed', () => {
    const stranger = { ...second, giver: { ...secretaryOf('320206'), accountId: confirmerId } }
    const offered = (deciding: typeof second, two = both) =>
      [refusalToDecide(proposed(), deciding), refusalToConfirm(proposed(), deciding, two)].map((refusal) => refusal === null)
    expect(offered(second)).toEqual([true, true])
    expect(offered({ ...second, giver: administrator })).toEqual([false, false])
    expect(offered(stranger)).toEqual([false, false])
    expect(offered(second, { ...both, confirmer: reopenedAt('2026-03-30T00:00:00Z') })).toEqual([true, false])
    expect(offered(second, { ...both, proposers: new Map() })).toEqual([true, false])
  })

  test('keeps those from the account who could not have given it: a link would open it', () => {
    const county = proposed({
      role: 'COUNTY_SECRETARY',
      within: area('320206'),
      path: ['320200', '320206'],
      lapsesAt: new Date(now.getTime() + PROPOSAL_LASTS),
    })
    const account = anAccount({ proposals: [county] })
    const invitation = { key: 'k', until: new Date('2026-04-07T00:00:00Z') }
    const surroundings = { giver: secretaryOf('320205'), today }
    expect(refusal(() => renewInvitation(account, accountId, invitation, surroundings))).toEqual(['GRANT_BEYOND_OWN', 'accountId'])
    expect(refusal(() => closeAccount(account, accountId, surroundings))).toEqual(['GRANT_BEYOND_OWN', 'accountId'])
    const over = anAccount({ proposals: [{ ...county, lapsesAt: new Date('2026-03-29T00:00:00Z') }] })
    expect(refusal(() => renewInvitation(over, accountId, invitation, surroundings))).toBe('nothing')
  })
})
