import { type Stack, startStack } from '@sizhang/testing'
import { choose, enter, pick, write, writeTime } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings } from '../browser-testing/portal'
import { establishPilots, loadWuxi } from '../browser-testing/wuxi'

const PASSWORD = 'three quiet words'

let stack: Stack
let clerk: OpenPortal
/** 今日 in a colleague's browser: opened once, never reloaded. */
let colleague: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  clerk = await openPortal(stack)
})
afterAll(async () => {
  await clerk.close()
  await colleague.close()
  await stack.stop()
})

const page = () => clerk.page
const heading = (name: string, of = clerk) => of.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const field = (label: string) => page().getByLabel(label, { exact: true })
const button = (name: string) => page().getByRole('button', { name, exact: true })
const link = (name: string) => page().getByRole('link', { name, exact: true })

/** Each page that the story comes to is found free of what axe calls serious, and its console clean. */
const inOrder = async () => expect([await seriousFindings(clerk), clerk.complaints]).toEqual([[], []])

test('a clerk signs in with the password that was handed out and changes it at once', async () => {
  await page().goto('/')
  await write(field('账户'), stack.administrator.account)
  await write(field('密码'), stack.administrator.password)
  await inOrder()
  await page().keyboard.press('Enter')
  await page().getByRole('heading', { name: '请先修改密码' }).waitFor()
  await inOrder()
  await write(field('现在的密码'), stack.administrator.password)
  await write(field('新密码'), PASSWORD)
  await write(field('再输入一次新密码'), PASSWORD)
  await page().keyboard.press('Enter')
  await page().getByRole('navigation', { name: '主导航' }).waitFor()
})

test('with the city’s areas and the notice’s pilots in the list, 今日 says at which levels the network is blank', async () => {
  await loadWuxi(clerk)
  await establishPilots(clerk)
  colleague = await openPortal(stack, { as: clerk })
  await colleague.page.goto('/')
  await colleague.page.getByText('实时', { exact: true }).waitFor()
  await heading('72 个街道乡镇中 5 个已建科协，67 个空白', colleague)
  await page().reload()
  await heading('72 个街道乡镇中 5 个已建科协，67 个空白')
  for (const blank of ['4', '67', '1,239']) await page().getByRole('cell', { name: blank, exact: true }).waitFor()
  await inOrder()
})

test('组织网络 shows the same as tiles; 空白点 lists what is blank and leads to the form', async () => {
  await enter(link('组织网络'))
  await heading('无锡市：72 个街道乡镇中 5 个已建科协，67 个空白')
  await button('河埒街道 空白').waitFor()
  await inOrder()
  await enter(link('空白点'))
  await heading('72 个街道乡镇中，67 个空白')
  await inOrder()
  await enter(link('在河埒街道成立科协'))
  await heading('成立组织')
})

test('the street association is founded: type, name and the unit above come with the area', async () => {
  await page().getByText('滨湖区科协', { exact: true }).waitFor()
  await inOrder()
  await writeTime(field('成立日期'), '2026-01-10')
  await enter(button('成立'))
  await heading('河埒街道科协还没有设立机构')
  await page().getByText('河埒街道科协已成立。下一步：设立机构、开始一届。').waitFor()
  await heading('72 个街道乡镇中 6 个已建科协，66 个空白', colleague)
  await colleague.page.getByText('河埒街道科协 成立').waitFor()
  await inOrder()
})

test('its committee begins a first term, with a vice-chair kept for each of the four heads', async () => {
  await enter(link('设立机构、开始一届'))
  await page().getByText('职务：7 种，11 个名额').waitFor()
  await inOrder()
  await enter(button('删去委员'))
  await enter(button('开始这一届'))
  await heading('河埒街道科协第 1 届委员会设 6 个席位，0 席在任，6 席空缺')
  await inOrder()
})

test('a chair who is in no list yet is registered on the way to the seat', async () => {
  await enter(link('为主席安排人选'))
  await enter(link('先登记人员'))
  await heading('登记人员')
  await write(field('姓名'), '沈文涛')
  await enter(button('登记'))
  await heading('河埒街道科协主席：安排人选')
  await page().getByText('没有妨碍：同一时间没有其他职务。').waitFor()
  await inOrder()
  await enter(button('登记任职'))
  await heading('河埒街道科协第 1 届委员会设 6 个席位，1 席在任，5 席空缺')
  await page().getByText('正常运转', { exact: true }).waitFor()
})

test('a hospital head is registered with his hospital, and comes back to the seat that waits for him', async () => {
  await enter(link('为副主席（保留给医院院长）安排人选'))
  await enter(link('先登记人员'))
  await heading('登记人员')
  await write(field('姓名'), '王建明')
  await enter(button('名单里没有？登记单位'))
  const hospital = page().getByRole('complementary', { name: '登记单位' })
  await hospital.getByLabel('名称').waitFor()
  await page().keyboard.type('滨湖区河埒医院')
  await pick(hospital.getByLabel('类别'), '医院', /^医院$/)
  await pick(hospital.getByLabel('所在区划'), 'helie', /河埒街道/)
  await inOrder()
  await enter(hospital.getByRole('button', { name: '登记单位', exact: true }))
  await page().getByText('已登记单位滨湖区河埒医院，并已选中。').waitFor()
  await pick(page().getByLabel('职务'), '医院', /^医院院长/)
  await writeTime(page().getByLabel('任职日期'), '2024-03-01')
  await enter(button('登记'))
  await heading('河埒街道科协副主席：安排人选')
})

test('he is given the vice-chair’s seat', async () => {
  await page().getByText('没有妨碍：同一时间没有其他职务。').waitFor()
  await inOrder()
  await choose(page(), '任职方式', '挂职')
  await choose(page(), '任职方式', '兼职')
  await enter(button('登记任职'))
  await heading('河埒街道科协第 1 届委员会设 6 个席位，2 席在任，4 席空缺')
  await page().getByText('已登记：王建明任副主席，2026-01-10 至 2031-01-10。').waitFor()
  await inOrder()
})

test('the free clinic that he led is recorded', async () => {
  await enter(link('登记活动'))
  await choose(page(), '条线', '卫生健康')
  await choose(page(), '类型', '健康义诊')
  await write(field('主题'), '河埒街道夏季健康义诊')
  await writeTime(field('开始'), '2026-06-20 09:00')
  await writeTime(field('结束'), '2026-06-20 11:30')
  await pick(field('地点类别'), '社区', /社区/)
  await page().getByText('主办、协办组织当日在任 2 人。').waitFor()
  await pick(page().getByLabel('带队'), '王建明', /王建明 · 医院院长/)
  const figures = { 受众人次: '320', 场次: '1', 团队人数: '7', 咨询诊疗人次: '120' }
  for (const [label, value] of Object.entries(figures)) await write(page().getByLabel(label), value)
  await inOrder()
  await enter(button('登记'))
  await heading('河埒街道夏季健康义诊：受众 320 人次')
  await link('王建明').waitFor()
  await inOrder()
})

test('the figures have moved in the colleague’s browser too, without a reload', async () => {
  const { page: watching } = colleague
  for (const figure of ['当年的活动1次', '当年的受众320人次', '其中四长带队1次', '街道乡镇在任四长1人']) {
    await watching.locator('.figure', { hasText: figure }).waitFor()
  }
  for (const fact of ['王建明 在 河埒街道科协 兼职', '登记活动 河埒街道夏季健康义诊']) await watching.getByText(fact).waitFor()
  expect(await seriousFindings(colleague)).toEqual([])
  expect(colleague.complaints).toEqual([])
})

test('blank spots, four heads and activities say the same in the lists and reports', async () => {
  await enter(link('空白点'))
  await heading('72 个街道乡镇中，66 个空白')
  expect(await page().getByText('已登记“河埒街道夏季健康义诊”。').count()).toBe(0)
  // What another page has read of it may stand in the heading before the list is read anew.
  await page().getByRole('rowheader', { name: '河埒街道' }).waitFor({ state: 'detached' })
  await enter(link('报表'))
  await heading('72 个街道乡镇中 6 个已建科协，1 个正常运转，66 个空白')
  await inOrder()
  await enter(link('四长进班子'))
  await heading('1 个街道乡镇科协机构中 0 个四长齐全，共有 1 位四长在任')
  const row = page().getByRole('row', { name: /^河埒街道科协/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['河埒街道', '委员会', '有', '无', '无', '无', '无', '1'])
  await inOrder()
  await enter(link('活动统计'))
  await heading('2026-01-01 至 2026-06-30：1 次活动，受众 320 人次')
  await inOrder()
})

test('a page that is opened begins at its beginning for the keyboard', async () => {
  await enter(link('人员'))
  await heading('2 人，按姓名排列')
  await page().keyboard.press('Tab')
  expect(await page().evaluate(() => document.activeElement?.textContent)).toBe('登记人员')
})
