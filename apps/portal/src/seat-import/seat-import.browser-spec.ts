import { type Stack, startStack } from '@sizhang/testing'
import type { Page } from 'playwright-core'
import { ask, establish, loadAreas } from '../browser-testing/city'
import { enter } from '../browser-testing/keyboard'
import { goToImport, importOnPhone, listFiles } from '../browser-testing/lists'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const HEAD = '组织,机构类别,机构名称,设立日期,届次,开始日期,届满日期,职务名称,职级,可用方式,名额,保留给,所任职务'
const UNIT = '云亭街道科协'
const COMMITTEE = `${UNIT},委员会,,2019/1/1,第2届,2024-01-01,2029年1月1日`
const rows = [
  `${COMMITTEE},主席,主席,任职,1,,`,
  `${COMMITTEE},副主席,副主席,兼职、挂职,１,医院院长,`,
  `${UNIT},领导小组,试点工作领导小组,2024-01-01,,,,组长,组长,兼职,1,,街道党工委书记`,
]
const file = listFiles(HEAD)

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  await establish(portal, UNIT, 'TOWN', '320281111', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const choose = (page: Page, chosen: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('职务文件').setInputFiles(chosen)
const bodies = async () =>
  (await ask<{ units: { nodes: { bodies: { id: string }[] }[] } }>(portal, '{ units { nodes { bodies { id } } } }')).units.nodes.flatMap(
    (unit) => unit.bodies,
  )

test('the way leads from the term clock to the import, which says what a file may be, and offers one to begin with', async () => {
  const heading = '导入机构、届次和职务：先检查，有一处不对就一个也不设'
  await goToImport(portal, { from: '/terms', name: '导入职务', heading, head: HEAD })
})

test('a file is checked as soon as it is chosen: each wrong cell stands with its way out, the button is shut, and nothing is kept', async () => {
  const { page } = portal
  await choose(page, file('名单.csv', ...rows, `${UNIT},委员会,,,2,2024-01-01,六月,,局长,坐班,0,,`, `${COMMITTEE},主席,主席,任职,2,,`))
  await page.getByText('新设职务 3（新设机构 2、新的一届 1），已有 0，有误 2。').waitFor()
  await page.getByRole('heading', { name: '有误的 6 处' }).waitFor()
  await page.getByRole('row', { name: /^5 G 六月 “六月”不是一个日期/ }).waitFor()
  await page.getByRole('row', { name: /^5 H 这一格不能为空 .*合并过的单元格/ }).waitFor()
  await page.getByRole('row', { name: /^5 I 局长 职级“局长”不明 .*主席（会长）/ }).waitFor()
  await page.getByRole('row', { name: /^6 H 主席 同一届的职务“主席”，文件第 2 行已经写了/ }).waitFor()
  expect(await page.getByRole('button', { name: '导入 3 个职务' }).isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
  expect(await bodies()).toEqual([])
})

test('a right file is shown first, then taken by the keyboard alone; what was kept is said, and seen on the page of the body', async () => {
  const { page } = portal
  await choose(page, file('名单.csv', ...rows))
  await page.getByRole('row', { name: /^2 云亭街道科协 委员会 第 2 届 设立机构 主席 主席、会长 任职 1 2024-01-01 2029-01-01/ }).waitFor()
  await enter(page.getByRole('button', { name: '导入 3 个职务' }))
  await page.getByText('已导入：设立 2 个机构，开始 1 届，设置 3 个职务；0 个原来就有。').waitFor()
  await choose(page, file('名单.csv', ...rows))
  await page.getByText('文件里的职务都已经有了，没有要导入的。').waitFor()
  const [body] = await bodies()
  await page.goto(`/bodies/${body?.id}`)
  await page.getByRole('main').getByRole('link', { name: '导入职务' }).click()
  await page.getByRole('heading', { level: 1, name: /^导入机构、届次和职务/ }).waitFor()
})

test('the present seats come down as the file that goes in, and change nothing', async () => {
  const { page } = portal
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载现有职务' }).click()])
  expect(download.suggestedFilename()).toBe('seats.csv')
  await choose(page, await download.path())
  await page.getByText('新设职务 0（新设机构 0、新的一届 0），已有 3，有误 0。').waitFor()
})

test('on a phone and in English nothing is cut off', async () => {
  await importOnPhone(stack, portal, {
    path: '/seats/import',
    heading: 'Import bodies, terms and seats: it is checked first, and one wrong row keeps all of them out',
    label: 'File of seats',
    file: file('seats.csv', `nobody,${COMMITTEE.split(',').slice(1).join()},主席,CHAIR,任职,1,,`, `${COMMITTEE},秘书长,秘书长,任职,1,,`),
    shown: ['Row 2, column A', 'The seat that would be created'],
  })
})

test('the console stays clean, and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
