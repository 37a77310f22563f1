import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Stack, startStack } from '@sizhang/testing'
import { ask, establish, loadAreas } from '../browser-testing/city'
import { command, openCommittee } from '../browser-testing/commands'
import { changeCulturePack, CULTURE_CODES, writeCulturePack } from '../browser-testing/culture-pack'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let packs: string
let stack: Stack
let portal: OpenPortal
let unit: string
let employer: string

beforeAll(async () => {
  packs = await mkdtemp(join(tmpdir(), 'packs-'))
  await writeCulturePack(packs)
  stack = await startStack({ today: '2026-06-30', packsDirs: ['libs/packs', packs] })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  unit = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2026-01-10')
  await openCommittee(portal, unit, '2026-01-10', '2031-01-10', [
    { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'], reservedHead: 'CULTURE_STATION_HEAD' },
  ])
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
  await rm(packs, { recursive: true })
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const choose = async (label: string, option: string) => {
  await portal.page.getByLabel(label).click()
  await portal.page.locator('.ant-select-item-option', { hasText: option }).click()
}
const fillMoment = async (label: string, moment: string) => {
  await portal.page.getByLabel(label, { exact: true }).fill(moment)
  await portal.page.keyboard.press('Enter')
}

/** Records an activity of the fifth department by the form that its pack makes. */
async function record(type: string, day: string, figures: Record<string, string>): Promise<void> {
  const { page } = portal
  await page.goto(`/activities/new?unit=${unit}`)
  await page.getByRole('radio', { name: '文化', exact: true }).check()
  await page.getByRole('radio', { name: type }).check()
  await page.getByLabel('主题').fill(`顾山镇${type}`)
  await fillMoment('开始', `${day} 18:00`)
  await fillMoment('结束', `${day} 20:30`)
  await page.getByText('主办、协办组织当日在任 1 人。').waitFor()
  await choose('地点类别', '文化站')
  await choose('带队', '周文秀 · 文化站站长')
  for (const [name, value] of Object.entries(figures)) await page.getByLabel(name).fill(value)
  expect(await page.locator('.figure-fields input').count()).toBe(Object.keys(figures).length)
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await heading(`顾山镇${type}：受众 ${figures['受众人次']} 人次`)
}

/** What reporting sums up, by code. */
async function summed(): Promise<Record<string, [value: number, unit: string]>> {
  const { work } = await ask<{ work: { figures: { code: string; sum: { value: number; unit: string } }[] } }>(
    portal,
    '{ work { figures { code sum { value unit } } } }',
  )
  return Object.fromEntries(work.figures.map(({ code, sum }) => [code, [sum.value, sum.unit]]))
}

/** The sums of the report's page, as they are read there. */
async function sumsShown(): Promise<Record<string, string>> {
  const lines = portal.page.locator('.summed-figures > div')
  await lines.first().waitFor()
  const [names, values] = [await lines.locator('dt').allInnerTexts(), await lines.locator('dd').allInnerTexts()]
  return Object.fromEntries(names.map((name, place) => [name, (values[place] ?? '').replace(/\s+/g, ' ').trim()]))
}

test('no bundle knows a word of the department: what follows comes from its folder alone', async () => {
  const bundles = join(__dirname, '../../../../dist/apps')
  const files = (await readdir(bundles, { recursive: true })).filter((file) => /\.(m?js|html|css)$/.test(file))
  expect(files.some((file) => file.startsWith('reporting'))).toBe(true)
  expect(files.some((file) => file.startsWith('portal'))).toBe(true)
  for (const file of files) {
    const code = await readFile(join(bundles, file), 'utf8')
    expect([file, CULTURE_CODES.filter((word) => code.includes(word))]).toEqual([file, []])
  }
})

test('its kind of employer and its title are offered, and the title makes the head', async () => {
  const { page } = portal
  await page.goto('/people/new')
  await page.getByLabel('姓名').fill('周文秀')
  await page.getByRole('button', { name: '名单里没有？登记单位' }).click()
  const aside = page.getByRole('complementary', { name: '登记单位' })
  await aside.getByLabel('名称').fill('顾山文化站')
  await aside.getByLabel('类别').fill('文化')
  await page.locator('.ant-select-item-option', { hasText: /^文化站$/ }).click()
  await aside.getByLabel('所在区划').fill('gsz')
  await page.locator('.picker-line', { hasText: '顾山镇' }).click()
  await aside.getByRole('button', { name: '登记单位', exact: true }).click()
  await page.getByText('已登记单位顾山文化站，并已选中。').waitFor()
  await choose('职务', '文化站站长')
  await page.getByLabel('任职日期').fill('2024-03-01')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await heading('周文秀：文化站站长，现任 0 个职务')
  const found = await ask<{ employers: { nodes: { id: string }[] } }>(portal, '{ employers(search: "顾山文化站") { nodes { id } } }')
  employer = found.employers.nodes[0]?.id ?? ''
})

test('she fills the seat that is reserved for her head', async () => {
  const { page } = portal
  await page.goto(`/units/${unit}`)
  await page.getByRole('link', { name: '为副主席（保留给文化站站长）安排人选' }).click()
  await page.getByRole('complementary', { name: '职务' }).getByText('文化站站长').waitFor()
  await page.getByLabel('人员').fill('zwx')
  await page.locator('.picker-line', { hasText: '周文秀' }).click()
  await page.getByText('没有妨碍：同一时间没有其他职务。').waitFor()
  await page.getByRole('button', { name: '登记任职' }).click()
  await heading('顾山镇科协第 1 届委员会设 1 个席位，1 席在任，0 席空缺')
})

test('each of its activity types is recorded by the form that the pack makes', async () => {
  await record('科普流动展览', '2026-04-18', { 受众人次: '260', 场次: '2', 展出图版: '24', 志愿者人次: '6' })
  await portal.page.getByText('24 块').waitFor()
  await record('科普电影晚会', '2026-05-09', { 受众人次: '90', 场次: '1', 放映时长: '2.5', 票价补贴: '450.50' })
  await portal.page.getByText('450.5 元').waitFor()
})

test('its figures stand in reporting, on the page and in the graph', async () => {
  const { page } = portal
  await page.goto('/reports?view=work')
  await heading('2026-01-01 至 2026-06-30：2 次活动，受众 350 人次')
  await page.getByRole('heading', { name: '各月各条线的活动数：文化最多' }).waitFor()
  const line = page.getByRole('row', { name: /^文化/ })
  expect(await line.getByRole('cell').allTextContents()).toEqual(['2', '350'])
  expect(await sumsShown()).toMatchObject({ 展出图版: '24 块', 放映时长: '2.5 小时', 票价补贴: '450.5 元', 志愿者人次: '6 人次' })
  expect(await summed()).toMatchObject({
    'panels-displayed': [24, '块'],
    'screening-hours': [2.5, '小时'],
    'ticket-support': [45050, '分'],
    audience: [350, '人次'],
  })
  await page.goto('/reports?view=heads')
  await page.getByRole('columnheader', { name: '有文化站站长' }).waitFor()
  await page.goto('/activities?head=CULTURE_STATION_HEAD')
  await page.getByRole('link', { name: '顾山镇科普流动展览' }).waitFor()
})

test('its words are there in English too', async () => {
  const english = await openPortal(stack, { language: 'en', as: portal })
  await english.page.goto(`/activities/new?unit=${unit}`)
  await english.page.getByRole('radio', { name: 'Culture', exact: true }).check()
  await english.page.getByRole('radio', { name: 'Travelling science show' }).check()
  await english.page.getByLabel('Panels displayed').waitFor()
  expect(english.complaints).toEqual([])
  await english.close()
})

test('the pack changes under old facts: they are read and summed as they were, what is new follows the pack', async () => {
  const { page } = portal
  const job = { employerId: employer, title: 'culture-steward', from: '2025-01-01' }
  const steward = { name: '钱守文', homeJob: job }
  const { person } = await command<{ person: { id: string } }>(portal, 'registerPerson', steward, 'person { id }')
  const before = await summed()
  await changeCulturePack(packs)
  for (const service of ['organization', 'membership', 'activity', 'reporting'] as const) await stack.restart(service)

  await page.goto(`/people/${person.id}`)
  await page.getByText('culture-steward').first().waitFor()
  await expect(command(portal, 'registerPerson', { ...steward, name: '孙文' }, 'person { id }')).rejects.toThrow('职务')
  await page.goto('/activities')
  await page.getByRole('link', { name: '顾山镇科普流动展览' }).click()
  await page.locator('.activity-figures > div', { hasText: 'panels-displayed' }).getByText('24').waitFor()
  expect(Object.entries(await summed()).map(([code, [value]]) => [code, value])).toEqual(
    Object.entries(before).map(([code, [value]]) => [code, value]),
  )

  await record('科普流动展览', '2026-06-06', { 受众人次: '40', 场次: '1', 展厅: '3', 志愿者人次: '1' })
  await page.goto('/reports?view=work')
  await heading('2026-01-01 至 2026-06-30：3 次活动，受众 390 人次')
  expect(await sumsShown()).toMatchObject({
    'panels-displayed': expect.stringMatching(/^24 /),
    展厅: '3 间',
    放映小时数: '2.5 小时',
    志愿者人次: '7 人次',
  })
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
