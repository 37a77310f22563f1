import { readFileSync } from 'node:fs'
import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { ask } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const HEAD = 'code,name,level,parent_code,kind,flag'
const CITY = ['320200,无锡市,city,,,', '320281,江阴市,county,320200,,', '320281111,顾山镇,town,320281,town,']
const file = (name: string, ...rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...rows].join('\n')) })

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const submit = (page: Page) => page.getByRole('button', { name: '检查并导入' })
const areas = async () => (await ask<{ areaTree: { code: string }[] }>(portal, '{ areaTree { code } }')).areaTree.length

test('where there are no areas the way leads to the import, which says what a file may be before one is chosen', async () => {
  const { page } = portal
  await page.goto('/network')
  await page.getByRole('main').getByRole('link', { name: '导入区划' }).click()
  await heading(page, '导入区划名录：有一处不对，就一行也不保存')
  await page.getByText(/最多 4 兆字节、20,000 行，每格最多 1,000 个字符/).waitFor()
  expect(await submit(page).isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
})

test('what is wrong is named by row and column, with the way out, and can be taken along as Excel; nothing is kept', async () => {
  const { page } = portal
  const wrong = file('名录.csv', ...CITY, '3.20281E+11,红豆村,village,320281111,village,', '320281112,=1+1,town,320299,town,')
  await page.getByLabel('名录文件').setInputFiles(wrong)
  await submit(page).click()
  await page.getByRole('alert').getByText('文件中有 2 处错误，未保存任何内容').waitFor()
  await page.getByRole('heading', { name: '有误的 2 处' }).waitFor()
  await page.getByRole('row', { name: /^5 A 3\.20281E\+11 .*表格软件改写过的区划代码.*设为“文本”/ }).waitFor()
  await page.getByRole('row', { name: /^6 D 320299 上级区划“320299”既不在文件中，也不在名录中/ }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
  expect(download.suggestedFilename()).toBe('区划名录 有误的行.xlsx')
  const sheet = await readSheet(readFileSync(await download.path()))
  expect(sheet.map((row) => row.slice(0, 3))).toEqual([
    ['行', '列', '内容'],
    [5, 'A', '3.20281E+11'],
    [6, 'D', '320299'],
  ])
  expect(await areas()).toBe(0)
})

test('the mended file is taken whole by the keyboard alone, and changes nothing when it comes again', async () => {
  const { page } = portal
  for (const [established, unchanged] of [
    [3, 0],
    [0, 3],
  ]) {
    await page.getByLabel('名录文件').setInputFiles(file('名录.csv', ...CITY))
    expect(await page.getByRole('heading', { name: /有误的/ }).count()).toBe(0)
    await enter(submit(page))
    await page.getByText(`已读入 3 行：新增 ${established} 个区划，${unchanged} 个原来就有。`).waitFor()
    await page.getByText('还没有选择文件').waitFor()
  }
  expect(await areas()).toBe(3)
})

test('a workbook is told apart from a list, and how to save it as one', async () => {
  const { page } = portal
  const workbook = { name: '名录.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('504b030414000600', 'hex') }
  await page.getByLabel('名录文件').setInputFiles(workbook)
  await submit(page).click()
  await page.getByRole('alert').getByText('另存为“CSV UTF-8（逗号分隔）”').waitFor()
})

test('a file that is too large is not even sent', async () => {
  const { page } = portal
  const large = { ...file('全国.csv', ...CITY), buffer: Buffer.alloc(5 * 1024 * 1024, 'x') }
  await page.getByLabel('名录文件').setInputFiles(large)
  await page.getByRole('alert').getByText('没有上传').waitFor()
  expect(await submit(page).isDisabled()).toBe(true)
})

test('the present list comes down as the file that goes in', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载现有名录' }).click()])
  expect(download.suggestedFilename()).toBe('areas.csv')
  await page.getByLabel('名录文件').setInputFiles(await download.path())
  await submit(page).click()
  await page.getByText('新增 0 个区划，3 个原来就有').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  const { page, ...phone } = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await page.goto('/areas/import')
  await heading(page, 'Import a list of areas: one wrong row, and none is kept')
  await page.getByLabel('File of the list').setInputFiles(file('list.csv', ...CITY, '320281112,云亭街道,town,320299,town,'))
  await page.getByRole('button', { name: 'Check and import' }).click()
  await page.getByText('Row 5, column D').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  expect(phone.complaints.filter((said) => !said.includes('400'))).toEqual([])
  await phone.close()
})

test('the console stays clean but for what was refused, and no other host is asked', () => {
  expect(portal.complaints.filter((said) => !said.includes('400 (Bad Request)'))).toEqual([])
})
