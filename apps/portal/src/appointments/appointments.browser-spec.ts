import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { openCommittee, registerHead } from '../browser-testing/commands'
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
  await openCommittee(portal, unit, '2026-01-10', '2031-01-10', [
    { title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE', 'PART_TIME_POST'] },
    { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST', 'SECONDMENT'], reservedHead: 'HOSPITAL_HEAD' },
  ])
  await registerHead(portal, '王建明', 'hospital')
  await registerHead(portal, '吴春生', 'school')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

/** Finds somebody by what is typed and chooses the first that is offered. */
async function choosePerson(typed: string, name: string): Promise<void> {
  const { page } = portal
  await page.getByLabel('人员').fill(typed)
  await page.locator('.picker-line', { hasText: name }).click()
}

test('a seat that is reserved for a hospital head is not given to a school head: said before saving, and taught on refusal', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}`)
  await page.getByRole('heading', { level: 1, name: '顾山镇科协第 1 届委员会设 2 个席位，0 席在任，2 席空缺' }).waitFor()
  await page.getByRole('link', { name: '为副主席（保留给医院院长）安排人选' }).click()
  await page.getByRole('complementary', { name: '职务' }).getByText('医院院长').waitFor()
  await choosePerson('wcs', '吴春生')
  await page.getByText('现在还不能保存：该职务保留给“医院院长”').waitFor()
  await page.getByRole('button', { name: '登记任职' }).click()
  const refusal = page.getByRole('alert')
  await refusal.getByText('该职务保留给“医院院长”').waitFor()
  await refusal.getByText('依据：锡科协发〔2018〕61号（N2.1）').waitFor()
  await refusal.getByText('可以这样做：').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a hospital head is given it; the dates follow from the term, and the unit shows the name at once', async () => {
  const { page } = portal
  await choosePerson('wangjianming', '王建明')
  await page.getByText('没有妨碍：同一时间没有其他职务。').waitFor()
  expect(await page.getByLabel('开始日期').inputValue()).toBe('2026-01-10')
  expect(await page.getByLabel('届满日期').inputValue()).toBe('2031-01-10')
  await page.getByLabel('文号').fill('澄科协发〔2026〕3号')
  await page.getByRole('button', { name: '登记任职' }).click()
  await page.getByRole('heading', { level: 1, name: '顾山镇科协第 1 届委员会设 2 个席位，1 席在任，1 席空缺' }).waitFor()
  await page.getByText('已登记：王建明任副主席，2026-01-10 至 2031-01-10。').waitFor()
})

test('a second post at the same time is allowed and said beforehand', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '为主席安排人选' }).click()
  await choosePerson('王建明', '王建明')
  await page.getByText('可以兼任，但请留意：同一时间还有 1 个职务').waitFor()
  await page.getByRole('radio', { name: '任职' }).check()
  await page.getByRole('button', { name: '登记任职' }).click()
  await page.getByText('正常运转', { exact: true }).waitFor()
})

test('an appointment is ended on a day and for a reason: the seat is vacant, the past stays', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '免去王建明的副主席' }).click()
  await page.getByRole('radio', { name: '辞职' }).check()
  await page.getByRole('button', { name: '免职' }).click()
  await page.getByRole('heading', { level: 1, name: '顾山镇科协第 1 届委员会设 2 个席位，1 席在任，1 席空缺' }).waitFor()
  await page.getByText('不再担任 副主席（辞职）').waitFor()
  await page.getByRole('link', { name: '王建明' }).first().click()
  await page.getByText('2026-01-10 至 2026-06-30 · 辞职').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
