import { randomUUID } from 'node:crypto'
import { FoundingClosed, FoundingStepTaken, UnitEstablished } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aFounding, aFoundingRecord, anArea, anEmployer, membersOf, PATH } from '../testing/builders'
import { daysOfTrack, isGranted, standingOf, type Founding, type FoundingRecord } from './founding-standing.domain'
import { applyForFounding, coveredBy, draftFoundingRules, fileFounding, hangFoundingPlate } from './founding-steps.domain'
import { holdFoundingMeeting, replyToFounding, reviewFounding, settleFounding, type ReplySurroundings } from './founding-steps.domain'

const foundingId = randomUUID()
const entering = { by: 'clerk', now: '2026-03-31T01:00:00.000Z', today: '2026-03-31' }
const firms = membersOf('EMPLOYER', 2)
const CHAIN = ['PREPARATION', 'RULES', 'APPLICATION', 'REVIEW', 'REPLY', 'MEETING', 'FILING'] as const
const LEVEL_OF: Partial<Record<FoundingRecord['step'], FoundingRecord['level']>> = { REVIEW: 'TOWN', REPLY: 'COUNTY', FILING: 'COUNTY' }

/** The founding of two firms, up to a step; each step was taken on the next day, from 2026-01-05 on. */
function upTo(last: (typeof CHAIN)[number], said: Partial<Founding> = {}): Founding {
  const records = CHAIN.slice(0, CHAIN.indexOf(last) + 1).map((step, day) =>
    aFoundingRecord({ step, level: LEVEL_OF[step] ?? null, on: `2026-01-${String(5 + day).padStart(2, '0')}` }),
  )
  return aFounding({ members: firms, records, ...said })
}
const step = { foundingId, on: '2026-01-20', paper: '锡科协〔2026〕1号' }
const fact = { foundingId, unitType: 'ENTERPRISE', area: '320205001', path: PATH, mode: 'JOINT_BY_AREA' } as const
const told = { ...fact, returned: false, persons: 0, units: 2, on: step.on }
const papers = ['application-form', 'rules-draft', 'member-list'].map((code) => ({ code, title: '材料', number: null }))
const surroundings: ReplySurroundings = {
  areas: new Map([['320205001', anArea()]]),
  parent: null,
  host: null,
  employers: new Map(firms.map(({ id }) => [id, anEmployer()])),
}

describe('the group drafts the rules', () => {
  test('before it applies, as often as it likes', () => {
    given(upTo('PREPARATION'))
      .when(draftFoundingRules, step, entering)
      .then(FoundingStepTaken.of({ ...told, step: 'RULES', level: null }))
    given(upTo('RULES')).when(draftFoundingRules, step, entering).leaves({ outcome: null })
    given(upTo('APPLICATION')).when(draftFoundingRules, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'review' })
  })

  test('where its kind has rules: a maker home has none', () => {
    given(upTo('PREPARATION', { unitType: 'MAKER' }))
      .when(draftFoundingRules, step, entering)
      .rejects('FOUNDING_STEP_OUT_OF_ORDER')
  })

  test('with their title', () => {
    given(upTo('PREPARATION'))
      .when(draftFoundingRules, { ...step, paper: '' }, entering)
      .rejects('TEXT_TOO_SHORT', { field: 'paper' })
  })
})

describe('the group applies', () => {
  test('with all papers, once there are members and rules', () => {
    given(upTo('RULES'))
      .when(applyForFounding, { ...step, papers }, entering)
      .then(FoundingStepTaken.of({ ...told, step: 'APPLICATION', level: null }))
    expect(applyForFounding(upTo('RULES'), { ...step, papers }, entering).state.records.at(-1)?.papers).toEqual(papers)
  })

  test('never with fewer members than its type asks for', () => {
    given(upTo('RULES', { members: membersOf('EMPLOYER', 1) }))
      .when(applyForFounding, { ...step, papers }, entering)
      .rejects('FOUNDING_TOO_FEW_MEMBERS', { value: 1, units: 1, moreUnits: 1, morePersons: '—' })
    given(upTo('RULES', { unitType: 'SOCIETY', mode: 'OWN', members: membersOf('PERSON', 49) }))
      .when(applyForFounding, { ...step, papers }, entering)
      .rejects('FOUNDING_TOO_FEW_MEMBERS', { persons: 49, morePersons: 1, moreUnits: 30, together: 1 })
  })

  test('not without rules, not twice, and not with a paper missing or unknown', () => {
    given(upTo('PREPARATION'))
      .when(applyForFounding, { ...step, papers }, entering)
      .rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'draft the rules' })
    given(upTo('APPLICATION'))
      .when(applyForFounding, { ...step, papers }, entering)
      .rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'review' })
    given(upTo('RULES'))
      .when(applyForFounding, { ...step, papers: papers.slice(1) }, entering)
      .rejects('FOUNDING_PAPERS_MISSING', { field: 'papers', value: 'application-form', namedZh: '成立申请表' })
    given(upTo('RULES'))
      .when(applyForFounding, { ...step, papers: [...papers, { code: 'letter', title: '一封信' }] }, entering)
      .rejects('FOUNDING_PAPER_UNKNOWN', { value: 'letter' })
  })
})

describe('an association reviews', () => {
  test('and lets it go on to the one that replies', () => {
    given(upTo('APPLICATION'))
      .when(reviewFounding, { ...step, paper: null }, entering)
      .then(FoundingStepTaken.of({ ...told, step: 'REVIEW', level: 'TOWN' }))
    const { state } = reviewFounding(upTo('APPLICATION'), step, entering)
    expect(standingOf(state)).toEqual({ step: 'REPLY', level: 'COUNTY', desk: '320205', since: '2026-01-20', due: '2026-02-19' })
  })

  test.each(['APPLICATION', 'REVIEW'] as const)(
    'or sends it back with reasons, so after %s: the group has it again, and the list is open',
    (last) => {
      const { state, facts } = reviewFounding(upTo(last), { ...step, returnedBecause: '名单不全' }, entering)
      expect(facts).toMatchObject([{ data: { returned: true } }])
      expect(standingOf(state)).toEqual({ step: 'APPLICATION', level: null, desk: '320205001', since: '2026-01-20', due: '2026-07-19' })
      expect(
        daysOfTrack(state)
          .filter(({ on }) => on !== null)
          .map((each) => each.step),
      ).toEqual(['COLLECTION', 'RULES'])
      const again = applyForFounding(state, { ...step, papers }, entering).state
      expect(standingOf(again)?.step).toBe('REVIEW')
    },
  )

  test('not before it was applied for, and does not let go on what the other replies to', () => {
    given(upTo('RULES')).when(reviewFounding, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'apply' })
    given(upTo('REVIEW')).when(reviewFounding, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'reply' })
  })
})

describe('the association replies', () => {
  test('and the unit counts from that day, with what it covers: that is decided here', () => {
    const { state, facts } = replyToFounding(upTo('REVIEW'), step, surroundings, entering)
    expect(facts).toEqual([FoundingStepTaken.of({ ...told, step: 'REPLY', level: 'COUNTY' })])
    expect(state.unit?.state).toMatchObject({ name: '东亭街道企业科协', unitType: 'ENTERPRISE', from: step.on, until: null })
    const place = { unitType: 'ENTERPRISE', serves: null, area: '320205001', path: PATH, parentId: null } as const
    expect(state.unit?.facts).toEqual([
      UnitEstablished.of({ unitId: foundingId, ...place, covers: [], mode: 'JOINT_BY_AREA', hostId: null, from: step.on }),
    ])
    expect(isGranted(state)).toBe(true)
    expect(standingOf(state)).toMatchObject({ step: 'MEETING', level: null, desk: '320205001', due: '2026-04-20' })
  })

  test('or refuses it with reasons: it is over, and there is no unit', () => {
    const { state, facts } = replyToFounding(upTo('REVIEW'), { ...step, refusedBecause: '条件不具备' }, surroundings, entering)
    expect(facts.at(-1)).toEqual(FoundingClosed.of({ ...fact, outcome: 'REFUSED', on: step.on }))
    expect(state).toMatchObject({ outcome: 'REFUSED', unit: null })
    expect(isGranted(state)).toBe(false)
  })

  test('not before the review, and not without a paper', () => {
    given(upTo('APPLICATION'))
      .when(replyToFounding, step, surroundings, entering)
      .rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'review' })
    given(upTo('REVIEW'))
      .when(replyToFounding, { ...step, paper: null }, surroundings, entering)
      .rejects('TEXT_TOO_SHORT', { field: 'paper' })
  })

  test('never with an employer on the list that another unit covers', () => {
    const cover = { id: 'c', unitId: 'u', unitType: 'ENTERPRISE', mode: 'OWN', from: '2024-01-01', until: null, endReason: null } as const
    const [first = { id: '' }, second = { id: '' }] = firms
    const employers = new Map([
      [first.id, anEmployer()],
      [second.id, anEmployer({ covers: [cover] })],
    ])
    given(upTo('REVIEW'))
      .when(replyToFounding, step, { ...surroundings, employers }, entering)
      .rejects('EMPLOYER_COVERED_ALREADY', { value: second.id })
    given(upTo('REVIEW'))
      .when(replyToFounding, step, { ...surroundings, employers: new Map() }, entering)
      .rejects('EMPLOYER_UNKNOWN', { value: first.id })
  })

  test('a society covers no employers, whoever its members are', () => {
    expect(coveredBy({ unitType: 'SOCIETY', members: firms })).toEqual([])
    expect(coveredBy({ unitType: 'ENTERPRISE', members: [...firms, ...membersOf('PERSON', 1)] })).toEqual(firms.map(({ id }) => id))
  })

  test('what was decided is forgotten once it is carried out, and who could not be covered is kept', () => {
    const { state } = replyToFounding(upTo('REVIEW'), step, surroundings, entering)
    given(state)
      .when(settleFounding, { notCovered: ['e'] })
      .leaves({ unit: null, notCovered: ['e'] })
  })
})

describe('the founding meeting', () => {
  const held = { ...step, entitled: 12, present: 9, elected: 5, termUntil: '2031-01-20' }

  test('elects the first body', () => {
    const { state, facts } = holdFoundingMeeting(upTo('REPLY'), held, entering)
    expect(facts).toEqual([FoundingStepTaken.of({ ...told, step: 'MEETING', level: null })])
    expect(state.records.at(-1)?.meeting).toEqual({ entitled: 12, present: 9, elected: 5, termUntil: '2031-01-20' })
  })

  test('needs half of a firms’ association, two thirds of a society', () => {
    given(upTo('REPLY'))
      .when(holdFoundingMeeting, { ...held, present: 6 }, entering)
      .leaves({ outcome: null })
    given(upTo('REPLY'))
      .when(holdFoundingMeeting, { ...held, present: 5 }, entering)
      .rejects('FOUNDING_NO_QUORUM', { value: 5, needed: 6 })
    const society = aFounding({ ...upTo('REPLY'), unitType: 'SOCIETY' })
    given(society)
      .when(holdFoundingMeeting, { ...held, present: 8 }, entering)
      .leaves({ outcome: null })
    given(society)
      .when(holdFoundingMeeting, { ...held, present: 7 }, entering)
      .rejects('FOUNDING_NO_QUORUM', { needed: 8 })
  })

  test('has no more present than entitled, none elected beyond those, and a term that ends later', () => {
    given(upTo('REPLY'))
      .when(holdFoundingMeeting, { ...held, present: 13 }, entering)
      .rejects('FOUNDING_MORE_CAME_THAN_MAY', { entitled: 12 })
    for (const elected of [0, 10])
      given(upTo('REPLY'))
        .when(holdFoundingMeeting, { ...held, elected }, entering)
        .rejects('FOUNDING_NOBODY_ELECTED', { value: elected })
    given(upTo('REPLY'))
      .when(holdFoundingMeeting, { ...held, elected: 9 }, entering)
      .leaves({ outcome: null })
    given(upTo('REPLY'))
      .when(holdFoundingMeeting, { ...held, termUntil: step.on }, entering)
      .rejects('FOUNDING_TERM_OVER', { on: step.on })
  })

  test('comes after the reply', () => {
    given(upTo('REVIEW')).when(holdFoundingMeeting, held, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'reply' })
  })
})

describe('filing and plate', () => {
  test('follow the meeting, and with the plate it is done', () => {
    given(upTo('MEETING'))
      .when(fileFounding, step, entering)
      .then(FoundingStepTaken.of({ ...told, step: 'FILING', level: 'COUNTY' }))
      .leaving({ outcome: null })
    given(upTo('FILING'))
      .when(hangFoundingPlate, { ...step, paper: null }, entering)
      .then(FoundingStepTaken.of({ ...told, step: 'PLATE', level: 'COUNTY' }), FoundingClosed.of({ ...fact, outcome: 'DONE', on: step.on }))
      .leaving({ outcome: 'DONE' })
    given(upTo('REPLY')).when(fileFounding, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'founding meeting' })
  })

  test.each(['PREPARATION', 'RULES', 'APPLICATION', 'REVIEW'] as const)('no plate before the reply: after %s it is refused', (last) => {
    given(upTo(last)).when(hangFoundingPlate, step, entering).rejects('FOUNDING_PLATE_BEFORE_REPLY', { field: 'foundingId' })
  })

  test('and none before meeting and filing', () => {
    given(upTo('REPLY')).when(hangFoundingPlate, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'founding meeting' })
    given(upTo('MEETING')).when(hangFoundingPlate, step, entering).rejects('FOUNDING_STEP_OUT_OF_ORDER', { nextEn: 'filing' })
  })

  test('a maker home is done with its filing', () => {
    const records = ['PREPARATION', 'APPLICATION', 'REPLY'].map((each) =>
      aFoundingRecord({ step: each as FoundingRecord['step'], level: each === 'REPLY' ? 'TOWN' : null }),
    )
    const maker = aFounding({ unitType: 'MAKER', mode: 'OWN', members: firms, records, reviewers: [{ level: 'TOWN', area: '320205001' }] })
    expect(standingOf(maker)?.step).toBe('FILING')
    given(maker).when(fileFounding, step, entering).leaves({ outcome: 'DONE' })
  })
})

test('every step has its day: not before the last one, and none to come', () => {
  given(upTo('MEETING'))
    .when(fileFounding, { ...step, on: '2026-01-09' }, entering)
    .rejects('FOUNDING_STEP_BEFORE_LAST', { field: 'on', last: '2026-01-10' })
  given(upTo('MEETING'))
    .when(fileFounding, { ...step, on: '2026-01-10' }, entering)
    .leaves({ outcome: null })
  given(upTo('MEETING'))
    .when(fileFounding, { ...step, on: '2026-04-01' }, entering)
    .rejects('FOUNDING_STEP_NOT_YET', { today: '2026-03-31' })
})

test('what is over takes no further step', () => {
  given(upTo('FILING', { outcome: 'WITHDRAWN' }))
    .when(hangFoundingPlate, step, entering)
    .rejects('FOUNDING_OVER', { value: 'WITHDRAWN' })
})
