import { readFileSync } from 'node:fs'
import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { ask, establish, loadAreas } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { goToImport, importOnPhone, listFiles } from '../browser-testing/lists'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const HEAD = '名称,类型,区划代码,联建覆盖,上级组织,组建方式,依托单位,成立日期'
const TOWN = '顾山镇科协,乡镇（街道）科协,320281111,,江阴市科协,,,2018/6/11'
const FIRMS = [
  '红豆集团科协,企业科协,,,顾山镇科协,单独组建,,2019-01-01',
  '云亭企业科协,企业科协,320281112,,顾山镇科协,,,２０１９－０２－０１',
]
const COUNTY = '江阴市科协,县（市、区）科协,320281,,,,,2010-01-01'
const file = listFiles(HEAD)

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, '江阴市科协', 'COUNTY', '320281', '2010-01-01')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const choose = (page: Page, chosen: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('组织名录文件').setInputFiles(chosen)
const count = async () => (await ask<{ units: { nodes: object[] } }>(portal, '{ units(first: 200) { nodes { id } } }')).units.nodes.length

test('the way leads from the list of units to the import, which says what a file may be, and offers one to begin with', async () => {
  const heading = '导入组织名录：先检查，有一处不对就一个也不成立'
  await goToImport(portal, { from: '/units', name: '导入组织', heading, head: HEAD })
})

test('a file is checked as soon as it is chosen: what is wrong is named by row and column, can be taken along as Excel, and nothing is kept', async () => {
  const { page } = portal
  await choose(page, file('组织.csv', COUNTY, TOWN, '水秀科协,社区,3.20211E+11,,滨湖区科协,,,六月', FIRMS[0] ?? ''))
  await page.getByText('新成立 2，已有 1，有误 1。').waitFor()
  await page.getByRole('heading', { name: '有误的 4 处' }).waitFor()
  await page.getByRole('row', { name: /^4 B 社区 组织类型“社区”不在目录中/ }).waitFor()
  await page.getByRole('row', { name: /^4 H 六月 “六月”不是一个日期 .*2018-06-11/ }).waitFor()
  expect(await page.getByRole('button', { name: /导入 2 个组织/ }).isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).first().click()])
  expect(download.suggestedFilename()).toBe('组织名录 有误的行.xlsx')
  const sheet = await readSheet(readFileSync(await download.path()))
  expect(sheet.map((row) => row.slice(0, 3))).toEqual([
    ['行', '列', '内容'],
    [4, 'B', '社区'],
    [4, 'C', '3.20211E+11'],
    [4, 'E', '滨湖区科协'],
    [4, 'H', '六月'],
  ])
  expect(await count()).toBe(1)
})

test('a right file is shown first, then taken by the keyboard alone; chosen again, there is nothing to import', async () => {
  const { page } = portal
  const right = file('组织.csv', COUNTY, TOWN, ...FIRMS)
  await choose(page, right)
  await page.getByText('新成立 3，已有 1，有误 0。').waitFor()
  await page.getByRole('heading', { name: '将新成立的 3 个组织' }).waitFor()
  await page.getByRole('row', { name: /^3 顾山镇科协 乡镇（街道）科协 320281111/ }).waitFor()
  await enter(page.getByRole('button', { name: '导入 3 个组织' }))
  await page.getByText('已导入：新成立 3 个组织，1 个原来就有。').waitFor()
  expect(await count()).toBe(4)
  await choose(page, right)
  await page.getByText('文件里的组织都已经有了，没有要导入的。').waitFor()
  expect(await page.getByRole('button', { name: '导入组织' }).isDisabled()).toBe(true)
})

test('the present units come down as the file that goes in, and change nothing', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载现有组织' }).click()])
  expect(download.suggestedFilename()).toBe('units.csv')
  await choose(page, await download.path())
  await page.getByText('新成立 0，已有 4，有误 0。').waitFor()
})

test('a workbook is told apart from a list, and how to save it as one', async () => {
  const { page } = portal
  await choose(page, { name: '组织.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('504b030414000600', 'hex') })
  await page.getByRole('alert').getByText('另存为“CSV UTF-8（逗号分隔）”').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  await importOnPhone(stack, portal, {
    path: '/units/import',
    heading: 'Import a list of units: it is checked first, and one wrong row keeps all of them out',
    label: 'File of units',
    file: file('units.csv', '新组织,PARK,320281112,,nobody,,,2019-01-01', '第二组织,PARK,320281112,,江阴市科协,,,2019-01-01'),
    shown: ['Row 2, column E', 'The unit that would be established'],
  })
})

test('the console stays clean but for what was refused, and no other host is asked', () => {
  expect(portal.complaints.filter((said) => !said.includes('400 (Bad Request)'))).toEqual([])
})
