import type { RecordingTypeFragment } from '../graph.generated'
import type { Recording } from './recordings'
import { inputOf, missingOf } from './recordings'

const field = (code: string, unit: string) => ({
  __typename: 'FigureField' as const,
  code,
  name: code,
  unit,
  unitName: unit,
  integer: true,
  required: false,
})
const clinic: RecordingTypeFragment = {
  __typename: 'ActivityType',
  code: 'free-clinic',
  name: '健康义诊',
  department: 'health',
  placeKinds: [{ __typename: 'PlaceKind', code: 'village', name: '农村' }],
  figures: [field('audience', 'person-times'), field('medicine-value', 'fen'), field('materials', 'copies')],
}
const filled: Recording = {
  department: 'health',
  type: 'free-clinic',
  title: ' 顾山镇健康义诊 ',
  hostIds: ['unit'],
  coHostIds: [],
  ledById: null,
  placeKind: 'village',
  place: '',
  areaCode: undefined,
  startsAt: '2026-04-18 09:00',
  endsAt: '2026-04-18 11:30',
  figures: { audience: 0, 'medicine-value': 600.55, materials: null, trainees: 12 },
}

test('money is typed in yuan and sent in fen; 0 is sent, what is empty is not, nor what the type does not ask for', () => {
  expect(inputOf(filled, clinic, '320281111')?.figures).toEqual([
    { code: 'audience', value: 0 },
    { code: 'medicine-value', value: 60055 },
  ])
})

test('times are those of Asia/Shanghai; the place is that of the host until another is chosen', () => {
  expect(inputOf(filled, clinic, '320281111')).toMatchObject({
    title: '顾山镇健康义诊',
    startsAt: '2026-04-18T09:00:00+08:00',
    areaCode: '320281111',
  })
  expect(inputOf({ ...filled, areaCode: null }, clinic, '320281111')?.areaCode).toBeNull()
})

test('what is missing is named, and a place that the type does not allow is missing too', () => {
  expect(missingOf({ ...filled, title: ' ', placeKind: 'school', endsAt: null }, clinic)).toEqual(['title', 'endsAt', 'placeKind'])
  expect(inputOf({ ...filled, hostIds: [] }, clinic, null)).toBeNull()
  expect(inputOf(filled, undefined, null)).toBeNull()
})
