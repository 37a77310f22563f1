import { type Stack, startStack } from '@sizhang/testing'
import { loadAreas } from '../browser-testing/city'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

test('a person is registered with an employer that was not in the list; its kind offers the titles, the title makes the head', async () => {
  const { page } = portal
  await page.goto('/people')
  await page.getByText('没有找到。').waitFor()
  await page.getByRole('link', { name: '登记人员' }).click()
  await page.getByRole('heading', { level: 1, name: '登记人员' }).waitFor()
  await page.getByLabel('姓名').fill('李玉兰')
  await page.getByRole('textbox', { name: /^电话/ }).fill('13800138000')
  await page.getByRole('button', { name: '名单里没有？登记单位' }).click()

  const employer = page.getByRole('complementary', { name: '登记单位' })
  await employer.getByLabel('名称').fill('江阴市人民医院')
  await employer.getByLabel('类别').fill('医院')
  await page.locator('.ant-select-item-option', { hasText: /^医院$/ }).click()
  await employer.getByLabel('所在区划').fill('jys')
  await page.locator('.picker-line', { hasText: '江阴市' }).click()
  expect(await seriousFindings(portal)).toEqual([])
  await employer.getByRole('button', { name: '登记单位', exact: true }).click()
  await page.getByText('已登记单位江阴市人民医院，并已选中。').waitFor()

  await page.getByLabel('职务').click()
  await page.locator('.ant-select-item-option', { hasText: '医院院长' }).click()
  await page.getByLabel('任职日期').fill('2024-03-01')
  await page.keyboard.press('Enter')
  await page.getByText('依据章程、合同或人员管理的需要').waitFor()
  await page.getByLabel('同意用于：电话联系').check()
  await page.getByRole('radio', { name: '在屏幕上同意' }).check()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '李玉兰：医院院长，现任 0 个职务' }).waitFor()
  await page.getByText('138****8000').waitFor()
  expect(await page.getByText('13800138000').count()).toBe(0)
})

test('a wrong phone is refused at its field, and a namesake is shown before somebody is registered twice', async () => {
  const { page } = portal
  await page.goto('/people/new')
  await page.getByLabel('姓名').fill('李玉兰')
  await page.getByText('已有 1 位同名人员').waitFor()
  await page.getByRole('textbox', { name: /^电话/ }).fill('12345')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('alert').getByText('电话号码有误').waitFor()
  expect(await page.getByRole('textbox', { name: /^电话/ }).getAttribute('aria-invalid')).toBe('true')
})

test('who leaves the home job is a head no more from that day on', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '李玉兰' }).click()
  await page.getByRole('button', { name: '离开' }).click()
  await page.getByRole('link', { name: '更正、换岗' }).click()
  await page.getByText('已登记 138****8000，留空不改。').waitFor()
  await page.getByRole('radio', { name: '离职' }).check()
  await page.getByLabel('离职日期').fill('2026-06-01')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { level: 1, name: '李玉兰：现任 0 个职务' }).waitFor()
  await page.goto(`${page.url()}?on=2026-05-31`)
  await page.getByRole('heading', { level: 1, name: '李玉兰：医院院长，现任 0 个职务' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('people are found by pinyin, initials and the whole phone number', async () => {
  const { page } = portal
  for (const sought of ['liyulan', 'lyl', '13800138000']) {
    await page.goto(`/people?q=${sought}`)
    await page.getByRole('heading', { level: 1, name: '1 人，按姓名排列' }).waitFor()
  }
  expect(await seriousFindings(portal)).toEqual([])
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
