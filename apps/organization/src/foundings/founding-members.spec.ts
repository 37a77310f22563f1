import { randomUUID } from 'node:crypto'
import { given } from '@sizhang/testing'
import { aFounding, aFoundingRecord, membersOf } from '../testing/builders'
import { foundingKinds, foundingPapers, minimumOf } from './founding-kinds.domain'
import { addFoundingMembers, removeFoundingMember } from './founding-members.domain'
import { membersMissing, standingOf } from './founding-standing.domain'
import { unitTypes } from '../units/unit-types.domain'

const [one, other] = [randomUUID(), randomUUID()]
const employer = (id: string) => ({ kind: 'EMPLOYER', id }) as const
const known = new Set([one, other])

describe('members are collected', () => {
  test('each once, while the group prepares', () => {
    given(aFounding({ members: [] }))
      .when(addFoundingMembers, { members: [employer(one), employer(other)], known })
      .leaves({ members: [employer(one), employer(other)] })
    const listed = aFounding({ members: [employer(one)] })
    given(listed)
      .when(addFoundingMembers, { members: [employer(one)], known })
      .rejects('FOUNDING_MEMBER_TWICE', { value: one })
    given(aFounding())
      .when(addFoundingMembers, { members: [employer(one), employer(one)], known })
      .rejects('FOUNDING_MEMBER_TWICE')
  })

  test('of those that are on record alone', () => {
    given(aFounding())
      .when(addFoundingMembers, { members: [employer(one)], known: new Set<string>() })
      .rejects('FOUNDING_MEMBER_UNKNOWN', { field: 'members', value: one })
  })

  test('up to a hundred at once and two thousand together', () => {
    given(aFounding()).when(addFoundingMembers, { members: [], known }).rejects('FOUNDING_MEMBERS_OUT_OF_RANGE', { value: 0, max: 100 })
    const many = membersOf('EMPLOYER', 101)
    const ids = new Set(many.map(({ id }) => id))
    given(aFounding()).when(addFoundingMembers, { members: many, known: ids }).rejects('FOUNDING_MEMBERS_OUT_OF_RANGE', { value: 101 })
    expect(addFoundingMembers(aFounding({ members: [] }), { members: many.slice(1), known: ids }).state.members).toHaveLength(100)
    const full = aFounding({ members: membersOf('EMPLOYER', 1_999) })
    expect(addFoundingMembers(full, { members: [employer(one)], known }).state.members).toHaveLength(2_000)
    given(full)
      .when(addFoundingMembers, { members: [employer(one), employer(other)], known })
      .rejects('FOUNDING_TOO_MANY_MEMBERS', { value: 2_001 })
  })

  test('and taken off again, who is listed', () => {
    given(aFounding({ members: [employer(one), employer(other)] }))
      .when(removeFoundingMember, { memberId: one })
      .leaves({ members: [employer(other)] })
    given(aFounding())
      .when(removeFoundingMember, { memberId: one })
      .rejects('FOUNDING_MEMBER_NOT_LISTED', { field: 'memberId', value: one })
  })

  test('but the list stays once the application went in, and when it is over', () => {
    const members = membersOf('EMPLOYER', 2)
    const records = [aFoundingRecord({ step: 'PREPARATION' }), aFoundingRecord({ step: 'RULES' }), aFoundingRecord({ step: 'APPLICATION' })]
    const applied = aFounding({ members, records })
    expect(standingOf(applied)?.step).toBe('REVIEW')
    given(applied)
      .when(addFoundingMembers, { members: [employer(one)], known })
      .rejects('FOUNDING_LIST_CLOSED', { value: 2 })
    given(applied)
      .when(removeFoundingMember, { memberId: members[0]?.id ?? '' })
      .rejects('FOUNDING_LIST_CLOSED')
    given(aFounding({ outcome: 'WITHDRAWN' }))
      .when(removeFoundingMember, { memberId: one })
      .rejects('FOUNDING_OVER')
  })
})

describe('a founding has members enough', () => {
  const society = (persons: number, units: number) =>
    membersMissing(
      aFounding({ unitType: 'SOCIETY', mode: 'OWN', members: [...membersOf('PERSON', persons), ...membersOf('EMPLOYER', units)] }),
    )

  test.each([
    [49, 0, { persons: 1, units: 30, together: 1 }],
    [50, 0, {}],
    [0, 29, { persons: 50, units: 1, together: 21 }],
    [0, 30, {}],
    [21, 28, { persons: 29, units: 2, together: 1 }],
    [21, 29, {}],
  ])('a society with %i persons and %i units lacks %j: it takes 50, 30, or 50 together', (persons, units, missing) => {
    expect(society(persons, units)).toEqual(missing)
  })

  test('who founds for many brings more than one; who founds alone, one', () => {
    const kind = foundingKinds.find(({ unitTypes: types }) => types.includes('ENTERPRISE'))
    if (!kind) throw new Error('no kind')
    const needed = (['OWN', 'HOSTED', 'JOINT_BY_AREA', 'BY_INDUSTRY'] as const).map((mode) => minimumOf(kind, mode).units)
    expect(needed).toEqual([1, 1, 2, 2])
  })

  test('a town’s association asks for no number', () => {
    expect(membersMissing(aFounding({ unitType: 'TOWN', members: [] }))).toEqual({})
  })
})

describe('the catalogue', () => {
  test('founds every type of unit once, but for the city association', () => {
    const founded = foundingKinds.flatMap(({ unitTypes: types }) => types)
    expect([...founded, 'CITY'].sort()).toEqual(
      unitTypes()
        .map(({ code }) => code)
        .sort(),
    )
  })

  test('has an application and a reply, a day for each step, and known papers', () => {
    for (const { steps, days, papers } of foundingKinds) {
      expect(steps).toEqual(expect.arrayContaining(['APPLICATION', 'REPLY']))
      for (const step of steps.filter((each) => !['COLLECTION', 'RULES'].includes(each))) expect(days[step]).toBeGreaterThan(0)
      for (const paper of papers) expect(foundingPapers.map(({ code }) => code)).toContain(paper)
    }
  })
})
