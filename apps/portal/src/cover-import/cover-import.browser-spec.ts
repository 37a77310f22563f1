import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { ask, establish, loadAreas } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { goToImport, importOnPhone, listFiles } from '../browser-testing/lists'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const HEAD = '覆盖组织,单位名称,统一社会信用代码,区划代码,单位类别,层级,组建方式,纳入日期,终止日期,终止原因'
const UNIT = '云亭企业科协'
const rows = [
  `${UNIT},阳光毛纺,91320200134750461d,320281111,科技型企业,,,2019/1/1,,`,
  `${UNIT},云亭机械,,320281111,科技型企业,乡级,单独组建,２０１９－０２－０１,2024-01-01,迁出本市`,
]
const file = listFiles(HEAD)

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, UNIT, 'ENTERPRISE', '320281111', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const choose = (page: Page, chosen: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('覆盖单位文件').setInputFiles(chosen)
const covered = async () =>
  (await ask<{ employers: { nodes: object[] } }>(portal, '{ employers(first: 200) { nodes { id } } }')).employers.nodes.length

test('the way leads from the list of employers to the import, which says what a file may be, and offers one to begin with', async () => {
  const heading = '导入覆盖单位名单：先检查，有一处不对就一个也不纳入'
  await goToImport(portal, { from: '/employers', name: '导入覆盖单位', heading, head: HEAD })
})

test('a file is checked as soon as it is chosen: each wrong cell stands with its way out, read whole, the button is shut, and nothing is kept', async () => {
  const { page } = portal
  await choose(
    page,
    file('名单.csv', ...rows, `,江阴水泥,,3.20281E+11,科技型企业,,,六月,,`, `${UNIT},阳光毛纺,,320281111,科技型企业,,,2020-01-01,,`),
  )
  await page.getByText('新纳入 2（新登记单位 2），已有 0，有误 2。').waitFor()
  await page.getByRole('heading', { name: '有误的 4 处' }).waitFor()
  await page.getByRole('row', { name: /^4 A 这一格不能为空 .*合并过的单元格/ }).waitFor()
  await page.getByRole('row', { name: /^4 D 3\.20281E\+11 .*设为“文本”/ }).waitFor()
  await page.getByRole('row', { name: /^4 H 六月 “六月”不是一个日期/ }).waitFor()
  await page.getByRole('row', { name: /^5 B 阳光毛纺 “阳光毛纺”在 2020-01-01 及以后已由文件第 2 行的“云亭企业科协”覆盖/ }).waitFor()
  expect(await page.getByRole('button', { name: '导入 2 行' }).isDisabled()).toBe(true)
  const cut = await page.locator('.wrapped').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length)
  expect(cut).toBe(0)
  expect(await seriousFindings(portal)).toEqual([])
  expect(await covered()).toBe(0)
})

test('a right file is shown first, then taken by the keyboard alone; what was kept is said with the way to it', async () => {
  const { page } = portal
  await choose(page, file('名单.csv', ...rows))
  await page.getByText('新纳入 2（新登记单位 2），已有 0，有误 0。').waitFor()
  await page.getByRole('row', { name: /^2 云亭企业科协 阳光毛纺 新登记 91320200134750461D 320281111 科技型企业 2019-01-01/ }).waitFor()
  await enter(page.getByRole('button', { name: '导入 2 行' }))
  await page.getByText('已导入：新纳入 2 行，其中新登记 2 个单位；0 行原来就有。').waitFor()
  expect(await covered()).toBe(2)
  await choose(page, file('名单.csv', ...rows))
  await page.getByText('文件里的都已经纳入了，没有要导入的。').waitFor()
  await page.getByRole('status').getByRole('link', { name: '看覆盖的单位' }).click()
  await page.getByRole('row', { name: /阳光毛纺 科技型企业/ }).waitFor()
})

test('while a long list is kept it is said how far it is', async () => {
  const { page } = portal
  const many = Array.from({ length: 400 }, (_, place) => `${UNIT},${place + 1}号工厂,,320281111,科技型企业,,,2020-01-01,,`)
  await page.goto('/employers/import')
  await choose(page, file('名单.csv', ...many))
  await page.getByRole('heading', { name: '将新纳入的 400 行中的前 20 行' }).waitFor()
  await page.getByRole('button', { name: '导入 400 行' }).click()
  await page.getByRole('progressbar', { name: '导入进度' }).waitFor()
  await page.getByText(/已保存 [1-9]\d* 行，共 400 行/).waitFor()
  await page.getByText('已导入：新纳入 400 行，其中新登记 400 个单位；0 行原来就有。').waitFor()
})

test('the present covers come down as the file that goes in, and change nothing', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载现在覆盖的单位' }).click()])
  expect(download.suggestedFilename()).toBe('covered-employers.csv')
  await choose(page, await download.path())
  await page.getByText('新纳入 0（新登记单位 0），已有 401，有误 0。').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  await importOnPhone(stack, portal, {
    path: '/employers/import',
    heading: 'Import a list of covered employers: it is checked first, and one wrong row keeps all of them out',
    label: 'File of covered employers',
    file: file('covers.csv', `nobody,新工厂,,320281111,tech-firm,,,2019-01-01,,`, `${UNIT},另一工厂,,320281111,tech-firm,,,2019-01-01,,`),
    shown: ['Row 2, column A', 'The cover that would be noted'],
  })
})

test('the console stays clean, and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
