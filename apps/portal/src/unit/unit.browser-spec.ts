import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, '江阴市科协', 'COUNTY', '320281', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const fillDay = async (label: string, day: string) => {
  await portal.page.getByLabel(label).fill(day)
  await portal.page.keyboard.press('Enter')
}

test('a street association is founded where the network is blank: the area suggests type, name and the unit above', async () => {
  const { page } = portal
  await page.goto('/blank-spots')
  await page.getByRole('link', { name: '在云亭街道成立科协' }).click()
  await page.getByText('乡镇（街道）科协').waitFor()
  await page.getByText('江阴市科协').waitFor()
  expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe('云亭街道科协')
  await fillDay('成立日期', '2026-01-10')
  await page.getByRole('button', { name: '成立' }).click()
  await heading('云亭街道科协还没有设立机构')
  await page.getByText('未正常运转：没有设立机构').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a town’s committee begins with four vice-chairs, one for each head; the list is changed before it is saved', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '设立机构、开始一届' }).click()
  await page.getByText('职务：7 种，11 个名额').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '删去秘书长' }).click()
  await page.getByText('职务：6 种，10 个名额').waitFor()
  await page.getByRole('button', { name: '开始这一届' }).click()
  await heading('云亭街道科协第 1 届委员会设 10 个席位，0 席在任，10 席空缺')
  await page.getByText('未正常运转：没有在任的主席（会长）').waitFor()
  for (const head of ['医院院长', '中小学校长', '科技型企业家']) await page.getByText(`兼职 / 挂职 · 保留给${head}`).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a seat is added to the running term', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '增设职务' }).click()
  await page.getByLabel('职务名称').fill('名誉主席')
  await page.getByRole('button', { name: '增设' }).click()
  await page.getByText('已增设职务“名誉主席”。').waitFor()
  await heading('云亭街道科协第 1 届委员会设 11 个席位，0 席在任，11 席空缺')
})

test('a second term at the same time is refused at its first day, with the way out', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '开始新一届' }).click()
  await fillDay('开始日期', '2028-01-01')
  await page.getByRole('button', { name: '开始这一届' }).click()
  await page.getByText('与第 1 届（2026-01-10 至 2031-01-10）时间重叠').waitFor()
  await page.getByText('可以这样做：同一机构同一时间只能有一届。').waitFor()
  await page.getByRole('link', { name: '返回组织' }).click()
  await page.getByRole('heading', { name: '这一页还没有保存' }).waitFor()
  await page.getByRole('button', { name: '离开' }).click()
  await heading('云亭街道科协第 1 届委员会设 11 个席位，0 席在任，11 席空缺')
})

test('a unit is renamed, found by its former name, and the renaming is taken back', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '更名' }).click()
  await page.getByRole('heading', { level: 1, name: '云亭街道科协更名' }).waitFor()
  await page.getByLabel('新名称').fill('花山街道科协')
  await page.getByLabel('文件依据').fill('澄科协发〔2026〕3号')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '更名' }).click()
  await page.getByText('自 2026-06-30 起更名为花山街道科协。').waitFor()
  await page.getByText('云亭街道科协（至 2026-06-30）').waitFor()
  await page.goto('/units?q=ytjd')
  await page.getByRole('link', { name: '花山街道科协' }).click()
  await page.getByText('更名为花山街道科协').waitFor()
  await page.getByRole('link', { name: '更名' }).click()
  await page.getByRole('link', { name: '撤回最后一次更名' }).click()
  await page.getByText('名称恢复为“云亭街道科协”').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '撤回' }).click()
  await heading('云亭街道科协第 1 届委员会设 11 个席位，0 席在任，11 席空缺')
})

test('a unit with units below is not dissolved; one without is, and is listed among the dissolved', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '江阴市科协' }).click()
  await page.getByRole('link', { name: '撤销组织' }).click()
  await page.getByLabel('原因').fill('区划调整')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('该组织之下还有 1 个组织').waitFor()
  await page.getByRole('link', { name: '不撤销，返回' }).click()

  await page.getByRole('link', { name: '云亭街道科协' }).click()
  await page.getByRole('link', { name: '撤销组织' }).click()
  await page.getByLabel('原因').fill('并入邻近街道')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await heading('云亭街道科协已于 2026-06-30 撤销')

  await page.goto('/units?state=all&q=ytjd')
  await heading('1 个组织，按成立日期排列，新的在前')
  expect(await seriousFindings(portal)).toEqual([])
})

test('a phone shows a unit in one column, in English too', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/units?type=COUNTY')
  await phone.page.getByRole('link', { name: '江阴市科协' }).click()
  await phone.page.getByRole('heading', { level: 1, name: '江阴市科协 has no body yet' }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
