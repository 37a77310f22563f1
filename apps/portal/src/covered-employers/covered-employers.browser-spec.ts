import { type Stack, startStack } from '@sizhang/testing'
import { loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  for (const name of ['红豆实业', '红豆电机', '海澜物流'])
    await command(
      portal,
      'registerEmployer',
      { name, kind: 'tech-firm', level: 'TOWN', areaCode: '320281111', from: '2016-01-01' },
      'employer { id }',
    )
  for (const [name, mode] of [
    ['顾山镇企业联合科协', 'JOINT_BY_AREA'],
    ['红豆实业科协', 'OWN'],
  ])
    await command(portal, 'establishUnit', { name, mode, type: 'ENTERPRISE', areaCode: '320281111', from: '2024-01-10' }, 'unit { id }')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name }).waitFor()

/** Chooses an employer in the line that is still empty. */
async function pick(line: number, typed: string, name: string): Promise<void> {
  const { page } = portal
  await page.getByLabel('单位', { exact: true }).nth(line).fill(typed)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).click()
}

async function openUnit(name: string): Promise<void> {
  await portal.page.goto('/units')
  await portal.page.getByRole('link', { name, exact: true }).click()
}

test('before any is covered the report by sector says so', async () => {
  const { page } = portal
  await page.goto('/reports')
  await page.getByRole('link', { name: '行业覆盖' }).click()
  await heading('登记的 3 个单位中 0 个已由组织覆盖（0%），3 个未覆盖')
  expect(await seriousFindings(portal)).toEqual([])
})

test('an association founded jointly covers two firms from a day on; its page lists them', async () => {
  const { page } = portal
  await openUnit('顾山镇企业联合科协')
  await page.getByText('这一天没有覆盖单位。').waitFor()
  await page.getByRole('link', { name: '纳入单位' }).click()
  await heading('把单位纳入顾山镇企业联合科协的覆盖（区域联建）')
  await pick(0, 'hdsy', '红豆实业')
  await pick(1, '红豆电', '红豆电机')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByLabel('纳入日期').fill('2024-03-01')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '纳入', exact: true }).click()
  await page.getByText('顾山镇企业联合科协自 2024-03-01 起覆盖这 2 个单位。').waitFor()
  await page.getByRole('heading', { name: '覆盖 2 个单位' }).waitFor()
  await page.getByRole('link', { name: '终止对红豆电机的覆盖' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a firm that one unit covers is refused to another, at its field and with the way out; none of the list is covered', async () => {
  const { page } = portal
  await openUnit('红豆实业科协')
  await page.getByRole('link', { name: '纳入单位' }).click()
  await pick(0, '海澜', '海澜物流')
  await pick(1, '红豆实', '红豆实业')
  await page.getByRole('button', { name: '纳入', exact: true }).click()
  await page.getByText('“红豆实业”在 2026-06-30 及以后已由一个组织覆盖（自 2024-03-01 起）').waitFor()
  await page.getByRole('link', { name: '返回组织' }).click()
  await page.getByRole('button', { name: '离开' }).click()
  await page.getByText('这一天没有覆盖单位。').waitFor()
  await page.goto('/employers?state=uncovered')
  await heading('1 个单位，新登记的在前')
  await page.getByText('海澜物流').waitFor()
})

test('the figure leads to the firms behind it, with the unit that covers each; the day before the foundation there were none', async () => {
  const { page } = portal
  await page.goto('/reports?view=sectors')
  await heading('登记的 3 个单位中 2 个已由组织覆盖（66.7%），1 个未覆盖')
  const line = page.getByRole('row', { name: /^科技型企业/ })
  await line.getByRole('link', { name: '2', exact: true }).first().click()
  await page.getByRole('row', { name: /红豆电机.*区域联建.*顾山镇企业联合科协.*2024-03-01/ }).waitFor()
  await page.getByText('海澜物流').waitFor({ state: 'detached' })
  expect(await seriousFindings(portal)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toMatch(/^行业覆盖.*\.xlsx$/)
  await page.goto('/reports?view=sectors&on=2024-02-29')
  await heading('登记的 3 个单位中 0 个已由组织覆盖（0%），3 个未覆盖')
})

test('a cover ends with its reason, and the firm may be covered by its own association from that day', async () => {
  const { page } = portal
  await openUnit('顾山镇企业联合科协')
  await page.getByRole('link', { name: '终止对红豆实业的覆盖' }).click()
  await heading('顾山镇企业联合科协不再覆盖红豆实业（自 2024-03-01 起覆盖）')
  await page.getByLabel('原因').fill('单独组建科协')
  await page.getByRole('button', { name: '终止覆盖' }).click()
  await page.getByText('自 2026-06-30 起不再覆盖红豆实业。').waitFor()
  await page.getByRole('heading', { name: '覆盖 1 个单位' }).waitFor()
})

test('a phone shows employers and the report in lists of two lines, in English too', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/employers?state=covered')
  await phone.page.getByRole('heading', { level: 1, name: '1 employer, registered last first' }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await phone.page.goto('/reports?view=sectors')
  await phone.page.getByRole('heading', { level: 1, name: /3 employers registered: 1 covered by a unit \(33.3%\)/ }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
