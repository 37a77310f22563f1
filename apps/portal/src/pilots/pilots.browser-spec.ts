import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Stack, startStack } from '@sizhang/testing'
import { ask } from '../browser-testing/city'
import { pick, writeTime } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'
import { establishPilots, loadWuxi, NOTICE_DAY } from '../browser-testing/wuxi'

const ANNEX = readFileSync(join(__dirname, '../../../../tools/demo/data/pilot-units.csv'), 'utf8')

let stack: Stack
let portal: OpenPortal
let units: Map<string, string>

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadWuxi(portal)
  units = await establishPilots(portal)
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const fillDay = async (label: string, day: string) => {
  await portal.page.getByLabel(label).fill(day)
  await portal.page.keyboard.press('Enter')
}
const rowOf = (name: string) => portal.page.getByRole('row', { name })

test('the list of the notice’s day holds its 23 units in 12 categories; the day before it is empty and says the way on', async () => {
  const { page } = portal
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '试点', exact: true }).click()
  await page.goto(`/pilots?on=${NOTICE_DAY}`)
  await heading('23 个试点单位，分属 12 个类别')
  expect(await page.locator('.pilot-tile', { hasText: '农技协' }).innerText()).toMatch(/3$/)
  expect(await page.locator('.pilot-tile', { hasText: '江阴市' }).innerText()).toMatch(/2$/)
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/pilots?on=2018-06-10')
  await page.getByText('2018-06-10 还没有试点单位。').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('on paper it is the notice’s annex again: categories in their order, their units, and who follows them', async () => {
  const { page } = portal
  const { pilotCategories } = await ask<{ pilotCategories: { code: string; name: string }[] }>(portal, '{ pilotCategories { code name } }')
  const nameOf = (code: string) => pilotCategories.find((category) => category.code === code.replace('_', '-'))?.name
  await page.goto(`/pilots?on=${NOTICE_DAY}`)
  await heading('23 个试点单位，分属 12 个类别')
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))))
  await page.getByRole('button', { name: '打印' }).click()
  await page.getByText(`“四+一”基层组织建设试点单位名单（截至 ${NOTICE_DAY}）`).waitFor()
  const groups = await page.locator('.pilots-annex tbody').all()
  const printed = await Promise.all(
    groups.map(async (group) => {
      const cells = await group.getByRole('cell').allInnerTexts()
      const [first = '', department = '', ...others] = cells
      return [(await group.getByRole('rowheader').innerText()).replace(/（\d+ 个）$/, ''), department, [first, ...others]]
    }),
  )
  const lines = ANNEX.trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  const categories = [...new Set(lines.map(([category]) => category))]
  expect(printed).toEqual(
    categories.map((category = '') => {
      const theirs = lines.filter(([other]) => other === category)
      return [nameOf(category), theirs[0]?.[3], theirs.map(([, unit]) => unit)]
    }),
  )
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
})

test('it is narrowed by department, by county and by a name in pinyin, and the address keeps it', async () => {
  const { page } = portal
  await page.goto('/pilots')
  await page.getByRole('combobox', { name: '联系部门' }).selectOption({ label: '国际部' })
  await heading('3 个试点单位，分属 2 个类别')
  await page.getByRole('combobox', { name: '联系部门' }).selectOption({ label: '全部' })
  await page.locator('.pilot-tile').getByRole('link', { name: '江阴市' }).click()
  await heading('2 个试点单位，分属 2 个类别')
  await page.goto('/pilots?q=mashan')
  await heading('1 个试点单位，分属 1 个类别')
  await rowOf('马山生物医药服务外包区科协').waitFor()
})

test('a task is recorded with its next step, and the list shows both; a dropped one asks why', async () => {
  const { page } = portal
  await page.goto(`/units/${units.get('江阴市顾山镇科协')}`)
  await page.getByRole('link', { name: '乡镇', exact: true }).click()
  await heading('江阴市顾山镇科协是乡镇试点，9 项任务完成 0 项')
  await page.getByRole('link', { name: /^登记进展：卫生、教育、农业/ }).click()
  await page.getByRole('radio', { name: '进行中' }).check()
  await page.getByLabel('下一步', { exact: false }).first().fill('召开全委会')
  await writeTime(page.getByLabel('下一步期限'), '2026-06-01')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '登记进展' }).click()
  await page.getByText('江阴市顾山镇科协的进展已登记。').waitFor()
  await page.getByText('（应于 2026-06-01 前完成，已过期）').waitFor()
  await page.getByRole('link', { name: /^登记进展：摸清现状/ }).click()
  await page.getByRole('radio', { name: '不再开展' }).check()
  await page.getByText('还要填：不再开展的原因').waitFor()
  await page.getByLabel('不再开展的原因').fill('已由县级统一摸底')
  await page.getByRole('button', { name: '登记进展' }).click()
  await heading('江阴市顾山镇科协是乡镇试点，8 项任务完成 0 项')
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/pilots?progress=UNDER_WAY')
  await heading('1 个试点单位，分属 1 个类别')
  expect(await rowOf('江阴市顾山镇科协').innerText()).toMatch(/进行中[\s\S]*0／8 项[\s\S]*召开全委会[\s\S]*2026-06-01，已过期/)
})

test('a pilot changes its department, keeps its tasks, and ends; the list of the day before still has it', async () => {
  const { page } = portal
  await page.goto('/pilots?q=gushan')
  await rowOf('江阴市顾山镇科协').getByRole('link', { name: '进行中' }).click()
  await page.getByRole('link', { name: '变更试点' }).click()
  await pick(page.getByLabel('联系部门'), '学会', /学会部/)
  await page.getByLabel('依据文件').fill('锡科协发〔2026〕12号')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '变更试点' }).click()
  await page.getByText('江阴市顾山镇科协的试点已自 2026-06-30 变更。').waitFor()
  await heading('江阴市顾山镇科协是乡镇试点，8 项任务完成 0 项')
  await page.getByText('学会部', { exact: true }).waitFor()

  await page.getByRole('link', { name: '江阴市顾山镇科协' }).click()
  await page.getByRole('link', { name: '终止试点' }).click()
  await page.getByLabel('终止原因').fill('试点期满')
  await page.getByRole('button', { name: '终止试点' }).click()
  await page.getByText('江阴市顾山镇科协的试点自 2026-06-30 终止。').waitFor()
  await page.goto('/pilots?q=gushan')
  await page.getByText('2026-06-30 没有符合条件的试点单位。').waitFor()
  await page.goto('/pilots?q=gushan&on=2026-06-29')
  await rowOf('江阴市顾山镇科协').waitFor()
})

test('it is designated anew from its own page: its type leaves the categories that fit, and a wrong day is refused at the field', async () => {
  const { page } = portal
  await page.goto(`/units/${units.get('江阴市顾山镇科协')}`)
  await page.getByRole('link', { name: '确定为试点' }).click()
  await page.getByText('江阴市顾山镇科协').first().waitFor()
  await pick(page.getByLabel('类别'), '乡镇', /乡镇/)
  await fillDay('确定日期', '2026-06-29')
  await page.getByLabel('依据文件').fill('锡科协发〔2026〕13号')
  await page.getByRole('button', { name: '确定试点' }).click()
  await page.getByText('该组织自 2018-06-11 起已是试点').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await fillDay('确定日期', '2026-06-30')
  await page.getByLabel('依据文件').fill('锡科协发〔2026〕14号')
  await page.getByRole('button', { name: '确定试点' }).click()
  await heading('江阴市顾山镇科协是乡镇试点，8 项任务完成 0 项')
})

test.each(['/pilots', `/pilots?on=${NOTICE_DAY}`])('a phone shows %s in one column, in English too', async (address) => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto(address)
  await phone.page.getByRole('heading', { level: 1, name: /23 pilot units in 12 categories/ }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
