import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { command, openCommittee, registerHead } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal
let unit: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  unit = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2026-01-10')
  const seats = await openCommittee(portal, unit, '2026-01-10', '2031-01-10', [{ title: '主席', rank: 'CHAIR', kinds: ['PART_TIME_POST'] }])
  const personId = await registerHead(portal, '王建明', 'hospital')
  const appointment = { seatId: seats.get('主席'), personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2026-01-10' }
  await command(portal, 'makeAppointment', appointment, 'appointment { id }')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const fillMoment = async (label: string, moment: string) => {
  await portal.page.getByLabel(label, { exact: true }).fill(moment)
  await portal.page.keyboard.press('Enter')
}

test('the form asks for what the pack asks for; what was typed survives a reload', async () => {
  const { page } = portal
  await page.goto(`/activities/new?unit=${unit}`)
  await page.getByRole('radio', { name: '卫生健康' }).check()
  await page.getByRole('radio', { name: '健康义诊' }).check()
  await page.getByLabel('主题').fill('顾山镇春季健康义诊')
  await fillMoment('开始', '2026-04-18 09:00')
  await fillMoment('结束', '2026-04-18 11:30')
  await page.getByText('主办、协办组织当日在任 1 人。').waitFor()
  await page.reload()
  expect(await page.getByLabel('主题').inputValue()).toBe('顾山镇春季健康义诊')
  await page.getByText('还要填：地点类别').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a figure that is missing is refused at its field; then the clinic is recorded with who led it', async () => {
  const { page } = portal
  await page.getByLabel('地点类别').click()
  await page.locator('.ant-select-item-option', { hasText: '农村' }).click()
  await page.getByLabel('带队').click()
  await page.locator('.ant-select-item-option', { hasText: '王建明 · 医院院长' }).click()
  await page.getByLabel('受众人次').fill('320')
  await page.getByLabel('场次').fill('1')
  await page.getByLabel('团队人数').fill('7')
  await page.getByLabel('赠药价值').fill('600.50')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').getByText('缺少记录项').waitFor()
  await page.getByLabel('咨询诊疗人次').fill('120')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '顾山镇春季健康义诊：受众 320 人次' }).waitFor()
  await page.getByText('2026-04-18 09:00 – 11:30').waitFor()
  await page.getByText('600.5 元').waitFor()
  await page.getByRole('link', { name: '王建明' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('the record is put right', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '更正' }).click()
  await page.getByLabel('受众人次').fill('340')
  await page.getByRole('button', { name: '保存更正' }).click()
  await page.getByRole('heading', { level: 1, name: '顾山镇春季健康义诊：受众 340 人次' }).waitFor()
})

test('activities are found by head and time, and their sum stands in the heading', async () => {
  const { page } = portal
  await page.goto('/activities?from=2026-04-01&to=2026-04-30')
  await page.getByRole('heading', { level: 1, name: '2026-04-01 至 2026-04-30：1 次活动，受众 340 人次' }).waitFor()
  await page.goto('/activities?head=SCHOOL_HEAD')
  await page.getByText('没有符合条件的活动。').waitFor()
  await page.goto('/activities?head=HOSPITAL_HEAD')
  await page.getByRole('link', { name: '顾山镇春季健康义诊' }).click()
})

test('a record that is withdrawn stays to be read and counts nowhere', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '撤回' }).click()
  await page.getByLabel('原因').fill('与另一条重复')
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.getByText('这条记录已撤回，不计入任何数字。原因：与另一条重复').waitFor()
  await page.goto('/activities?from=2026-04-01&to=2026-04-30')
  await page.getByRole('heading', { level: 1, name: '2026-04-01 至 2026-04-30：0 次活动，受众 0 人次' }).waitFor()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
