import { type Stack, startStack } from '@sizhang/testing'
import { establish, loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

let stack: Stack
let portal: OpenPortal

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const pick = async (label: string, typed: string, name: string) => {
  const { page } = portal
  await page.getByLabel(label, { exact: true }).first().fill(typed)
  await page.locator('.picker-line', { hasText: name }).click()
}
const heading = (name: string) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const preview = (name: string, row: string) => portal.page.getByRole('table', { name }).getByRole('row', { name: row }).waitFor()

test('a street association is put under the county’s: before and after stand side by side before the button can be pressed', async () => {
  const { page } = portal
  await establish(portal, '江阴市科协', 'COUNTY', '320281', '2018-06-11')
  const street = await establish(portal, '云亭街道科协', 'TOWN', '320281112', '2018-06-11')
  await page.goto(`/units/${street}`)
  await page.getByRole('link', { name: '调整隶属' }).click()
  await heading('调整云亭街道科协的隶属')
  await page.getByLabel('文件依据').fill('澄科协发〔2026〕4号')
  expect(await page.getByRole('button', { name: '调整隶属' }).isDisabled()).toBe(true)
  await pick('新的上级组织', 'jiangyin', '江阴市科协')
  await preview('江阴市科协', '下级组织 0 1')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '调整隶属' }).click()
  await page.getByText('云亭街道科协自 2026-06-30 起隶属于新的上级。').waitFor()
  await page.getByText('未挂靠 （至 2026-06-30）').waitFor()
})

test('what would be refused is said before it is sent, with the way out', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '调整隶属' }).click()
  await pick('新的上级组织', 'jiangyin', '江阴市科协')
  await page.getByText('该组织在 2026-06-30 不能调整').or(page.getByText('该组织自 2026-06-30 起已有隶属调整')).waitFor()
  expect(await page.getByRole('button', { name: '调整隶属' }).isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
})

test('a move is taken back', async () => {
  const { page } = portal
  await page.getByRole('link', { name: '撤回最后一次调整隶属' }).click()
  await heading('撤回云亭街道科协的隶属调整')
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByText('已撤回云亭街道科协自 2026-06-30 起的隶属调整。').waitFor()
})

test('a town’s association is merged into another: areas go over on the day, and both pages say so', async () => {
  const { page } = portal
  await establish(portal, '顾山镇科协', 'TOWN', '320281111', '2018-06-11')
  await page.getByRole('link', { name: '合并组织' }).click()
  await heading('把其他组织并入云亭街道科协')
  await pick('被并入的组织', 'gushan', '顾山镇科协')
  await preview('云亭街道科协', '覆盖的区划 云亭街道 云亭街道、顾山镇')
  await preview('顾山镇科协 当日撤销', '覆盖的区划 顾山镇 —')
  await page.getByLabel('文件依据').fill('澄政发〔2026〕8号')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await page.getByText('自 2026-06-30 起，1 个组织并入云亭街道科协。').waitFor()
  await page.getByText('还覆盖 顾山镇').waitFor()
  await page.getByRole('link', { name: '顾山镇科协' }).click()
  await heading('顾山镇科协已于 2026-06-30 撤销')
  await page.getByText('已并入').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a joint association hands a town over: what goes to whom is chosen by checkbox, and both pages say so', async () => {
  const { page } = portal
  const areas = { areaCode: '320281112', mode: 'JOINT_BY_AREA', alsoCovers: ['320281111'] }
  const founded = { name: '云亭顾山联合科协', type: 'TOWN', from: '2018-06-11', ...areas }
  const { unit: joint } = await command<{ unit: { id: string } }>(portal, 'establishUnit', founded, 'unit { id }')
  const firm = { name: '红豆集团科协', type: 'ENTERPRISE', areaCode: '320281111', parentId: joint.id, from: '2018-06-11' }
  await command(portal, 'establishUnit', firm, 'unit { id }')
  await establish(portal, '顾山新科协', 'TOWN', '320281111', '2026-06-01')
  await page.goto(`/units/${joint.id}`)
  await page.getByRole('link', { name: '拆分组织' }).click()
  await heading('把云亭顾山联合科协的一部分拆分出去')
  await pick('承接的组织 1', 'gushan', '顾山新科协')
  const town = page.getByRole('checkbox', { name: '顾山镇' })
  await town.focus()
  await page.keyboard.press('Space')
  await preview('云亭顾山联合科协', '覆盖的区划 云亭街道、顾山镇 云亭街道')
  await page.getByRole('checkbox', { name: '红豆集团科协' }).check()
  await preview('顾山新科协', '下级组织 0 1')
  expect(await page.getByRole('button', { name: '拆分', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('文件依据').fill('澄政发〔2026〕9号')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '拆分', exact: true }).click()
  await page.getByText('云亭顾山联合科协已拆分：自 2026-06-30 起由 1 个组织承接。').waitFor()
  await page.getByText('拆分出顾山镇，由顾山新科协承接').waitFor()
  await page.getByRole('link', { name: '顾山新科协' }).click()
  await page.getByText('由云亭顾山联合科协拆分承接顾山镇').waitFor()
  await page.getByRole('link', { name: '红豆集团科协' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('link', { name: '拆分组织' }).click()
  await page.getByText('没有可以移交的').waitFor()
})

test('a dissolution is taken back from the page of the unit by the keyboard: what comes back and what does not is said first', async () => {
  const { page } = portal
  expect(await page.getByRole('link', { name: '恢复这个组织' }).count()).toBe(0)
  const street = await establish(portal, '河埒街道科协', 'TOWN', '320211001', '2018-06-11')
  await page.goto(`/units/${street}/dissolve`)
  await page.getByLabel('原因').fill('区划调整')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await heading('河埒街道科协已于 2026-06-30 撤销')
  await establish(portal, '河埒街道新科协', 'TOWN', '320211001', '2026-06-30')
  await page.getByRole('link', { name: '恢复这个组织' }).focus()
  await page.keyboard.press('Enter')
  await heading('恢复河埒街道科协')
  await preview('河埒街道科协', '覆盖的区划 — 河埒街道')
  await page.getByText('河埒街道新科协现在也覆盖其中的区划').waitFor()
  await page.getByText('撤销之前免去的职务').waitFor()
  expect(await page.getByRole('button', { name: '恢复', exact: true }).isDisabled()).toBe(true)
  expect(await seriousFindings(portal)).toEqual([])
  const paper = page.getByLabel('文件依据')
  await paper.fill('一')
  await paper.press('Enter')
  await page.locator('[aria-invalid="true"]').waitFor()
  expect(await paper.getAttribute('aria-invalid')).toBe('true')
  await paper.fill('滨科协发〔2026〕3号')
  await paper.press('Enter')
  await page.getByText('河埒街道科协已恢复，自 2026-06-30 起的每一天都有效').waitFor()
  await page.getByText('原自 2026-06-30 撤销，已恢复（滨科协发〔2026〕3号）').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('link', { name: '到组织网络查看覆盖' }).click()
  await page.waitForURL('**/network?area=320211001*')
  await page.goto(`/units/${street}/revive`)
  await page.getByText('河埒街道科协没有撤销，不需要恢复。').waitFor()
})

test('a phone shows the preview in one column, in English too', async () => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto('/units?type=TOWN')
  await phone.page.getByRole('link', { name: '云亭街道科协' }).click()
  await phone.page.getByRole('link', { name: 'Merge units' }).click()
  await phone.page.getByRole('heading', { level: 1, name: 'Merge other units into 云亭街道科协' }).waitFor()
  await phone.page.getByLabel('Units that end', { exact: true }).first().fill('gushan')
  await phone.page.locator('.picker-line', { hasText: '顾山镇科协' }).click()
  await phone.page.getByText('The unit was dissolved on 2026-06-30 already').waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
