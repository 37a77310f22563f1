import { type Stack, startStack } from '@sizhang/testing'
import { ask, establish, importAreas } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const HEAD = 'code,name,level,parent_code,kind,flag'
const COUNTIES = ['320200,无锡市,city,,,', '320205,锡山区,county,320200,,', '320206,惠山区,county,320200,,']
const THIS_YEAR = [
  ...COUNTIES,
  '320205001,东亭街道,town,320205,subdistrict,',
  '320205001001,东亭社区,village,320205001,community,',
  '320205002,安镇街道,town,320205,subdistrict,',
  '320205002001,谈村社区,village,320205002,community,',
  '320205101,东港镇,town,320205,town,',
  '320205102,羊尖镇,town,320205,town,',
  '320206001,堰桥街道,town,320206,subdistrict,',
]
/** 安镇 and 谈村 belong to 东亭, 东亭社区 is called 柏庄, 长安 was a part of 堰桥, 羊尖 lies in 惠山. */
const NEXT_YEAR = [
  ...COUNTIES,
  '320205001,东亭街道,town,320205,subdistrict,',
  '320205001001,柏庄社区,village,320205001,community,',
  '320205001002,谈村社区,village,320205001,community,',
  '320205010,东港街道,town,320205,subdistrict,',
  '320206001,堰桥街道,town,320206,subdistrict,',
  '320206002,长安街道,town,320206,subdistrict,',
  '320206102,羊尖镇,town,320206,town,',
]
const csv = (rows: string[]) => [HEAD, ...rows].join('\n')
const file = (rows: string[]) => ({ name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(rows)) })

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await importAreas(portal, csv(THIS_YEAR))
  await establish(portal, '安镇街道科协', 'TOWN', '320205002', '2018-06-11')
  await establish(portal, '羊尖镇科协', 'TOWN', '320205102', '2018-06-11')
  await establish(portal, '堰桥街道科协', 'TOWN', '320206001', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string | RegExp) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const rowOf = (name: string | RegExp) => portal.page.getByRole('row', { name })
const send = async (rows: string[], on: string) => {
  const { page } = portal
  await page.goto('/areas/proposals/new')
  await page.getByLabel('名录文件').setInputFiles(file(rows))
  await page.getByLabel('启用日期').fill(on)
  await page.keyboard.press('Enter')
  await page.getByLabel('文件依据').fill('苏政复〔2025〕9号')
  await page.getByRole('button', { name: '上传并比对' }).click()
}
interface Counted {
  total: { value: number }
  covered: { value: number }
  blank: { value: number }
}
const figures = async (within: string, on: string) => {
  const fields = 'total { value } covered { value } blank { value }'
  const { coverage } = await ask<{ coverage: Counted }>(portal, `{ coverage(level: TOWN, within: "${within}", on: "${on}") { ${fields} } }`)
  return [coverage.total.value, coverage.covered.value, coverage.blank.value]
}
test('where no list was sent yet the way leads to sending one, and what is wrong with it stands at its field', async () => {
  const { page } = portal
  await page.goto('/areas/proposals')
  await heading('还没有区划变更方案')
  await page.getByRole('link', { name: '上传新名录' }).click()
  await heading('上传新名录：先比对成方案，同意以后才执行')
  expect(await seriousFindings(portal)).toEqual([])
  await send([...NEXT_YEAR, '320299001,坏街道,town,320299,town,'], '2026-07-01')
  await rowOf(/^12 D 320299 上级区划/).waitFor()
})

test('a list that drops a county by mistake is stopped, and put away', async () => {
  const { page } = portal
  await send(
    NEXT_YEAR.filter((row) => !row.startsWith('320206')),
    '2026-07-01',
  )
  await heading(/^2026-07-01 起：.*撤销 \d 个/)
  await page.getByText('其中县级 1 个。多半是名录缺了行').waitFor()
  expect(await page.getByRole('button', { name: '同意并执行' }).isDisabled()).toBe(true)
  await page.getByRole('link', { name: '放弃这一方案' }).click()
  await page.getByLabel('事由').fill('名录缺了惠山区')
  await page.getByRole('button', { name: '放弃这一方案' }).click()
  await rowOf(/2026-07-01 .*已放弃/).waitFor()
})

test('the next year’s list names each change with what hangs on it, and a clerk corrects what she knows better', async () => {
  const { page } = portal
  await send(NEXT_YEAR, '2026-01-01')
  await heading('2026-01-01 起：并入 1 个、划转 1 个、新设 1 个、代码变更 2 个、更名 1 个')
  await rowOf(/^并入 安镇街道 320205002 — 并入 东亭街道 320205001 1 1 0 1/).waitFor()
  await rowOf(/^代码变更 东港镇 320205101 东港街道 320205010/).waitFor()
  await rowOf(/^划转 羊尖镇 320205102 羊尖镇 320206102 划到 320206 之下 1 1/).waitFor()
  await rowOf(/^更名 东亭社区 320205001001 柏庄社区 320205001001/).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await rowOf(/^新设 — 长安街道/)
    .getByRole('link', { name: '更正' })
    .click()
  await heading('更正：新设 长安街道 320206002')
  await page.getByText('拆出：原是一个现有区划的一部分').click()
  await page.getByLabel('现有区划的代码').fill('320299001')
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByRole('alert').getByText('区划“320299001”不在这一方案的变更之中').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByLabel('现有区划的代码').fill('320206001')
  await page.getByRole('button', { name: '更正' }).click()
  await rowOf(/^拆分 — 长安街道 320206002 由 堰桥街道 320206001 拆出/).waitFor()
})

test('after the yes each year has its own areas and its own figures', async () => {
  const { page } = portal
  const before = [await figures('320205', '2025-12-31'), await figures('320206', '2025-12-31')]
  expect(before).toEqual([
    [4, 2, 2],
    [1, 1, 0],
  ])
  await enter(page.getByRole('button', { name: '同意并执行' }))
  await page.getByText('已办结 · 苏政复〔2025〕9号').waitFor()
  for (let told = 0; told < 3;) {
    const { areaTree } = await ask<{ areaTree: { coverageState: string | null }[] }>(portal, '{ areaTree { coverageState } }')
    told = areaTree.filter(({ coverageState }) => coverageState === 'OWN').length
  }
  expect([await figures('320205', '2025-12-31'), await figures('320206', '2025-12-31')]).toEqual(before)
  // 东亭 has what 安镇 had, 羊尖 counts for 惠山 with its association, 长安 is a blank spot; 东港 is what it was.
  expect([await figures('320205', '2026-01-01'), await figures('320206', '2026-01-01')]).toEqual([
    [2, 1, 1],
    [3, 2, 1],
  ])
  await page.goto('/network?on=2025-12-31')
  await heading('无锡市：5 个街道乡镇中 3 个已建科协，2 个空白')
  await page.goto('/network?area=320205001')
  await heading('无锡市：5 个街道乡镇中 3 个已建科协，2 个空白')
  await page.getByText('前身：安镇街道').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/network?on=2025-12-31&area=320205002')
  await page.getByText('去向：东亭街道').waitFor()
})

test('the list of proposals keeps what was done, on a phone and in English too', async () => {
  const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await page.goto('/areas/proposals')
  await page.getByRole('heading', { level: 1, name: '2 proposals of changes of areas, 0 to decide' }).waitFor()
  await page.getByRole('link', { name: 'Changes of areas from 2026-01-01' }).click()
  await page.getByText('Carried out · 苏政复〔2025〕9号').waitFor()
  await page.getByText('Merged 安镇街道 320205002').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean but for what was refused, and no other host is asked', () => {
  expect(portal.complaints.filter((said) => !said.includes('400 (Bad Request)'))).toEqual([])
})
