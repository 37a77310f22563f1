import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const paper = '澄科协发〔2025〕4号'
let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  const town = await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  const county = await establish(portal, '江阴市科协', 'COUNTY', '320281', '2015-03-09')
  await command(portal, 'moveUnit', { unitId: town, parentId: county, on: '2025-09-01', paper }, 'unit { id }')
  const ended = await establish(portal, '河埒街道协会', 'TOWN', '320211001', '2016-05-01')
  await command(portal, 'renameUnit', { unitId: ended, name: '河埒街道科协', on: '2017-02-01', paper }, 'unit { id }')
  await command(portal, 'dissolveUnit', { unitId: ended, on: '2026-01-01', reason: '撤并' }, 'unit { id }')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

test('one tile an area, zones apart; a tile leads to the association or to the form that founds one', async () => {
  const { page } = portal
  await page.goto('/network')
  await page.getByRole('heading', { level: 1, name: '无锡市：3 个街道乡镇中 1 个已建科协，2 个空白' }).waitFor()
  await page.getByText('这不是地图').waitFor()
  await page.getByRole('button', { name: '临港经济开发区 功能区' }).waitFor()

  await page.getByRole('button', { name: /^顾山镇 已建/ }).click()
  const aside = page.getByRole('complementary', { name: '顾山镇' })
  await aside.getByRole('link', { name: '顾山镇科协' }).waitFor()
  await page.getByRole('button', { name: '云亭街道 空白' }).click()
  await page.getByRole('link', { name: '在此成立科协' }).waitFor()
  expect(new URL(page.url()).searchParams.get('area')).toBe('320281112')
  expect(await seriousFindings(portal)).toEqual([])
})

test('the tree is walked from the keyboard and opens at the area of the address', async () => {
  const { page } = portal
  await page.goto('/network?view=tree&area=320281111201')
  await page.getByRole('treeitem', { name: /红豆村 空白/, selected: true }).waitFor()
  await page.getByRole('tree').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: '古塘村' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const lookedAt = () => new URL(portal.page.url()).searchParams.get('on')

describe('the slider', () => {
  const slider = () => portal.page.getByRole('slider', { name: '看哪一天' })
  const saidOnSlider = () => slider().getAttribute('aria-valuetext')
  let asked = 0

  beforeEach(async () => {
    const { page } = portal
    await page.goto('/network')
    await heading('无锡市：3 个街道乡镇中 1 个已建科协，2 个空白')
    await slider().waitFor()
    asked = 0
    page.on('request', count)
  })
  afterEach(() => portal.page.off('request', count))
  const count = (request: { postData: () => string | null }) => {
    if (request.postData()?.includes('"NetworkPage"')) asked++
  }

  test('goes by its keys from today to the first founding, month by month, and Back leads to where it was', async () => {
    const { page } = portal
    expect(await saidOnSlider()).toBe('今天 2026-06-30')
    await slider().press('Home')
    await page.getByText('您正在看 2015-03-09 的情况，不是今天。').waitFor()
    await heading('无锡市：3 个街道乡镇中 0 个已建科协，3 个空白')
    await slider().press('ArrowRight')
    await page.getByText('您正在看 2015-04-01 的情况，不是今天。').waitFor()
    expect(await saidOnSlider()).toBe('2015-04-01')
    expect(await seriousFindings(portal)).toEqual([])
    await page.goBack()
    await page.getByText('您正在看 2015-03-09 的情况，不是今天。').waitFor()
    expect(await saidOnSlider()).toBe('2015-03-09')
    await heading('无锡市：3 个街道乡镇中 0 个已建科协，3 个空白')
    await page.goBack()
    await heading('无锡市：3 个街道乡镇中 1 个已建科协，2 个空白')
    expect([lookedAt(), await saidOnSlider()]).toEqual([null, '今天 2026-06-30'])
  })

  test('asks nothing on the way, and once where it is let go', async () => {
    const { page } = portal
    const { x = 0, y = 0, width = 0, height = 0 } = (await slider().boundingBox()) ?? {}
    await page.mouse.move(x + width - 8, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 20 })
    expect(await saidOnSlider()).toMatch(/^20(19|20|21)-/)
    expect([lookedAt(), asked]).toEqual([null, 0])
    await page.mouse.up()
    await page.getByText(/您正在看 20(19|20|21)-\d\d-01 的情况/).waitFor()
    await heading('无锡市：3 个街道乡镇中 2 个已建科协，1 个空白')
    expect(asked).toBe(1)
  })

  test('keys that are held down ask once, when they rest', async () => {
    const { page } = portal
    await slider().focus()
    await Promise.all(Array.from({ length: 8 }, () => page.keyboard.down('ArrowLeft')))
    await page.keyboard.up('ArrowLeft')
    await page.getByText('您正在看 2025-11-01 的情况，不是今天。').waitFor()
    await heading('无锡市：3 个街道乡镇中 2 个已建科协，1 个空白')
    // Once, where the machine is quick enough to take the keys within the time that they rest; never for each.
    expect(asked).toBeLessThan(8)
    await slider().press('End')
    await heading('无锡市：3 个街道乡镇中 1 个已建科协，2 个空白')
    expect(lookedAt()).toBeNull()
  })

  test('stands at the month of a day that was chosen in the calendar, and says the day', async () => {
    await portal.page.goto('/network?on=2018-06-20')
    await slider().waitFor()
    expect(await saidOnSlider()).toBe('2018-06-20')
    expect(await slider().inputValue()).toBe('39')
  })
})

describe('what changed', () => {
  const row = (name: string) => portal.page.getByRole('row', { name, exact: true }).waitFor()

  test('in the last year is one click from the network of today: what moved, from where to where, and by which document', async () => {
    const { page } = portal
    await page.goto('/network')
    await page.getByRole('link', { name: '这段时间的变化：2025-06-30 至 2026-06-30' }).click()
    await heading('组织网络：2025-06-30 之后到 2026-06-30，2 处变化')
    await row(`2025-09-01 调整隶属 顾山镇科协 未挂靠 江阴市科协 ${paper} 江阴市`)
    await row('2026-01-01 撤销 河埒街道科协 — — — 滨湖区')
    await page.getByRole('button', { name: '导出 Excel' }).waitFor()
    expect(await seriousFindings(portal)).toEqual([])
    await page.goBack()
    await heading('无锡市：3 个街道乡镇中 1 个已建科协，2 个空白')
  })

  test('since the day looked at, in the area that is looked into; with another day to compare with, and then nothing', async () => {
    const { page } = portal
    await page.goto('/network?on=2016-01-01&within=320211')
    await page.getByRole('link', { name: '这段时间的变化：2016-01-01 至 2026-06-30' }).click()
    await heading('滨湖区：2016-01-01 之后到 2026-06-30，3 处变化')
    await row('2016-05-01 成立 河埒街道科协 — — — 滨湖区')
    await row(`2017-02-01 更名 河埒街道科协 河埒街道协会 河埒街道科协 ${paper} 滨湖区`)
    await page.getByLabel('与哪一天比较').fill('2016-04-30')
    await page.getByLabel('与哪一天比较').press('Enter')
    await heading('滨湖区：2016-01-01 之后到 2016-04-30，没有变化')
    await page.getByText('没有组织成立、更名、调整隶属、拆分、合并或撤销').waitFor()
    expect(new URL(page.url()).searchParams.get('with')).toBe('2016-04-30')
  })

  test('over more than twenty years is not told, and it is said why', async () => {
    const { page } = portal
    await page.goto('/network/changes?on=2000-01-01')
    await page.getByText('所比较的两天相隔超过 20 年').waitFor()
    await page.getByText('请选择较近的两天，或分段比较。').waitFor()
  })
})

test('a phone shows slider and changes, in English too', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  const { page } = phone
  await page.goto('/network?on=2016-01-01')
  await page.getByRole('slider', { name: 'Day looked at' }).waitFor()
  await page.getByRole('link', { name: 'What changed from 2016-01-01 to 2026-06-30' }).click()
  await page.getByRole('heading', { level: 1, name: 'Network: 5 changes after 2016-01-01, up to 2026-06-30' }).waitFor()
  await page.getByText(`2025-09-01 · None recorded → 江阴市科协 · ${paper}`).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('a phone shows the same in one column, with the navigation at its foot', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/network?level=VILLAGE&within=320281')
  await phone.page.getByRole('heading', { level: 1, name: '江阴市, Villages and communities: 0 of 2 are covered, 2 are blank' }).waitFor()
  const width = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
