import type { Template } from './seat-drafts'
import { blankSeat, seatInput, usualSeats } from './seat-drafts'

const chair = { __typename: 'UsualSeat', title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'], places: 1, reservedHead: null } as const
const committee = { __typename: 'BodyKind', code: 'committee', name: '委员会', standing: false, termYears: 5 } as const
const templates: Template[] = [{ __typename: 'BodyTemplate', kind: committee, seats: [{ ...chair, kinds: [...chair.kinds] }] }]

test('a body begins with the seats that its kind usually has; one without a template with none', () => {
  expect(usualSeats(templates, 'committee')).toMatchObject([{ title: '主席', rank: 'CHAIR', places: 1, role: null }])
  expect(usualSeats(templates, 'senate')).toEqual([])
})

test('a seat is sent without what the form alone knows; a post that is left blank is none', () => {
  expect(seatInput({ ...blankSeat(), title: ' 委员 ', byPost: ' ' })).toEqual({
    ...{ title: '委员', rank: 'COMMITTEE_MEMBER', kinds: ['PART_TIME_POST'], places: 1, reservedHead: null, role: null, byPost: null },
  })
  expect(seatInput({ ...blankSeat(true), title: '成员', byPost: '科普部部长' })).toMatchObject({
    rank: 'GROUP_MEMBER',
    byPost: '科普部部长',
  })
})
