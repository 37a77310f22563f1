import { randomUUID } from 'node:crypto'
import { AppointmentEnded, AppointmentMade, type DataOf } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { PATH } from './testing/builders'
import { OrganizationUnderTest } from './testing/service'

const names = freshNames()
let organization: OrganizationUnderTest

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const made = (): DataOf<typeof AppointmentMade> => ({
  ...{ seatId: randomUUID(), appointmentId: randomUUID(), bodyId: randomUUID(), unitId: randomUUID(), personId: randomUUID(), head: null },
  ...{ unitType: 'TOWN', serves: 'TOWN', path: PATH, term: 1, rank: 'CHAIR', kind: 'FULL_TIME_OFFICE', basis: 'election' },
  ...{ from: '2024-01-01', until: '2026-01-01' },
})
const held = (_id: string) => organization.database.collection<{ _id: string }>('seats_held').findOne({ _id })

test('a seat that is held is kept with its days, and shortened when it ends; told twice it is kept once', async () => {
  const data = made()
  const { basis: _, ...holding } = data
  const ended = AppointmentEnded.of({ ...holding, until: '2025-01-01', reason: 'transfer' })
  await organization.seen(await organization.log.publish([AppointmentMade.of(data), ended], 2))
  const { appointmentId, unitId } = data
  expect(await held(appointmentId)).toMatchObject({ _id: appointmentId, unitId, from: '2024-01-01', until: '2025-01-01' })
  expect(await organization.database.collection('seats_held').countDocuments({ unitId })).toBe(1)
})

test('what is no fact is set aside with its bytes, and the rest goes on', async () => {
  const topic = 'membership.appointments'
  await organization.log.put([{ topic, key: randomUUID(), value: '{' }])
  const data = made()
  await organization.seen(await organization.log.publish([AppointmentMade.of(data)]))
  await until(async () => (await organization.database.collection('parked').countDocuments({ topic })) === 1)
  expect((await organization.database.collection('parked').findOne({ topic }))?.['value'].toString()).toBe('{')
  expect(await held(data.appointmentId)).toMatchObject({ until: '2026-01-01' })
})
