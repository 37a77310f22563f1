import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { command, openCommittee, registerHead } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  const unit = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2026-01-10')
  const seats = await openCommittee(portal, unit, '2026-01-10', '2031-01-10', [{ title: '主席', rank: 'CHAIR', kinds: ['PART_TIME_POST'] }])
  const personId = await registerHead(portal, '王建明', 'hospital')
  const post = { seatId: seats.get('主席'), personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2026-01-10' }
  const { appointment } = await command<{ appointment: { id: string } }>(portal, 'makeAppointment', post, 'appointment { id }')
  const clinic = {
    title: '顾山镇健康讲堂',
    type: 'health-lecture',
    hostIds: [unit],
    ledById: appointment.id,
    placeKind: 'village',
    startsAt: '2026-04-18T09:00:00+08:00',
    endsAt: '2026-04-18T11:00:00+08:00',
    figures: [
      { code: 'audience', value: 80 },
      { code: 'sessions', value: 1 },
    ],
  }
  await command(portal, 'recordActivity', clinic, 'activity { id }')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name }).waitFor()

test('coverage stands as a sentence, with its definition on tap and its trend at each month-end', async () => {
  const { page } = portal
  await page.goto('/reports')
  await heading('3 个街道乡镇中 1 个已建科协，1 个正常运转，2 个空白')
  await page.getByText('口径，截至 2026-06-30').click()
  await page.getByText('当日有本级科协').waitFor()
  await page.getByRole('row', { name: '没有上级，或不在您的辖区内 1 1' }).waitFor()
  await page.getByRole('row', { name: '合计 1 1' }).waitFor()
  await page.getByRole('heading', { name: '街道乡镇覆盖率从 0% 到 33.3%' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('the heads’ entry names the bodies that lack one', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '四长进班子' }).click()
  await heading('1 个街道乡镇科协机构中 0 个四长齐全，共有 1 位四长在任')
  const row = page.getByRole('row', { name: /^顾山镇科协/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['顾山镇', '委员会', '有', '无', '无', '无', '无', '1'])
  expect(await seriousFindings(portal)).toEqual([])
})

test('activities by line and month lead to their records, and down to the areas below', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '活动统计' }).click()
  await heading('2026-01-01 至 2026-06-30：1 次活动，受众 80 人次')
  await page.getByRole('heading', { name: '各月各条线的活动数：卫生健康最多' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page
    .getByRole('row', { name: /^江阴市/ })
    .getByRole('link', { name: '江阴市' })
    .click()
  await heading('江阴市 2026-01-01 至 2026-06-30：1 次活动，受众 80 人次')
  await page
    .getByRole('row', { name: /^卫生健康/ })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: '顾山镇健康讲堂' }).waitFor()
  expect(new URL(page.url()).search).toContain('within=320281')
})

test('an earlier day is looked at by the address', async () => {
  const { page } = portal
  await page.goto('/reports?on=2026-01-09')
  await heading('3 个街道乡镇中 0 个已建科协，0 个正常运转，3 个空白')
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
