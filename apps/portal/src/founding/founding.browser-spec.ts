import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Stack, startStack } from '@sizhang/testing'
import { strFromU8, unzipSync } from 'fflate'
import { ask, loadAreas } from '../browser-testing/city'
import { command } from '../browser-testing/commands'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const FIRMS = Array.from({ length: 12 }, (_, place) => `顾山企业${String(place + 1).padStart(2, '0')}`)
const NAME = '顾山镇企业联合科协'
let stack: Stack
let portal: OpenPortal
let address: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  for (const name of FIRMS)
    await command(
      portal,
      'registerEmployer',
      { name, kind: 'tech-firm', level: 'TOWN', areaCode: '320281111', from: '2016-01-01' },
      'employer { id }',
    )
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string | RegExp) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const press = (name: string) => portal.page.getByRole('button', { name, exact: true }).click()
const follow = (name: string) => portal.page.getByRole('link', { name, exact: true }).click()
const fillDay = async (label: string, day: string) => {
  await portal.page.getByLabel(label, { exact: true }).fill(day)
  await portal.page.keyboard.press('Enter')
}
async function choose(label: string, line: number, typed: string, name: string): Promise<void> {
  await portal.page.getByLabel(label, { exact: true }).nth(line).fill(typed)
  await portal.page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

/** A scan as a scanner writes it: a PDF by its first bytes, of so many bytes. */
const scan = (name: string, bytes = 3_000_000) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]),
})

/** Opens the form of the next step, says its day and paper, and sends it, with scans of it where there are some. */
async function take(action: string, day: string, paper: string, label: string, scans: ReturnType<typeof scan>[] = []): Promise<void> {
  await follow(action)
  await fillDay('日期', day)
  await portal.page.getByLabel(label).fill(paper)
  if (scans.length > 0) await portal.page.getByLabel('扫描件').setInputFiles(scans)
  expect(await seriousFindings(portal)).toEqual([])
  await press(action)
  await portal.page.getByText(`${NAME}的办理情况已登记。`).waitFor()
}

const RULES = scan('章程（签字稿）.pdf')

test('the desk is empty and says the way on; before the founding no firm is covered', async () => {
  const { page } = portal
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '筹建', exact: true }).click()
  await heading('筹建中 0 个，其中逾期 0 个，等您办 0 个')
  await page.getByText('没有筹建。').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/reports?view=sectors')
  await heading('登记的 12 个单位中 0 个已由组织覆盖（0%），12 个未覆盖')
})

test('a preparatory group begins; it says what is missing, and a founding for many takes more than one firm', async () => {
  const { page } = portal
  await page.goto('/foundings')
  await follow('开始筹建')
  await choose('类型', 0, '企业', '企业科协')
  await choose('所在地', 0, 'gushan', '顾山镇')
  await page.getByLabel('名称').fill(NAME)
  await page.getByRole('radio', { name: '区域联建' }).check()
  await fillDay('筹备组成立日期', '2026-05-01')
  expect(await seriousFindings(portal)).toEqual([])
  await press('开始筹建')
  await heading(`${NAME}：下一步“征集会员”，由筹备组办`)
  await page.getByText('会员还不够：还缺单位会员 2 个。').waitFor()
  address = new URL(page.url()).pathname
  expect(await seriousFindings(portal)).toEqual([])
})

test('twelve firms are listed, one of them is taken off and listed again', async () => {
  const { page } = portal
  await page.goto(`${address}/members`)
  for (const [line, name] of FIRMS.entries()) await choose('列入名单的单位', line, name, name)
  expect(await seriousFindings(portal)).toEqual([])
  await press('列入名单')
  await page.getByRole('heading', { name: '名单上有个人会员 0 名、单位会员 12 个' }).waitFor()
  await press('把顾山企业12移出名单')
  await page.getByRole('heading', { name: '名单上有个人会员 0 名、单位会员 11 个' }).waitFor()
  await page.getByRole('link', { name: '列入会员' }).first().click()
  await choose('列入名单的单位', 0, '顾山企业12', '顾山企业12')
  await press('列入名单')
  await page.getByRole('heading', { name: '名单上有个人会员 0 名、单位会员 12 个' }).waitFor()
})

test('rules and application go in with their papers; sent back with reasons, the group has it again', async () => {
  const { page } = portal
  await page.goto(address)
  await take('登记章程草案', '2026-05-10', '顾山镇企业联合科协章程（草案）', '章程名称', [RULES])
  for (const day of ['2026-05-20', '2026-05-25']) {
    await follow('提交申请')
    await fillDay('日期', day)
    await page.getByLabel('申请书标题或文号').fill('关于成立顾山镇企业联合科协的申请')
    for (const paper of ['成立申请表', '章程（草案）', '会员名单']) await page.getByLabel(paper, { exact: true }).fill(`${NAME}${paper}`)
    expect(await seriousFindings(portal)).toEqual([])
    await press('提交申请')
    await heading(`${NAME}：下一步“审核”，由顾山镇科协办`)
    if (day === '2026-05-25') break
    await follow('退回修改')
    await fillDay('日期', '2026-05-22')
    await page.getByLabel('原因').fill('名单未盖章')
    await press('退回修改')
    await page.getByText('申请已被退回：名单未盖章').waitFor()
  }
  await take('审核通过', '2026-06-01', '同意上报', '审核意见标题或文号')
  await heading(`${NAME}：下一步“批复”，由江阴市科协办`)
})

test('the scan of the rules hangs on its step, the others say that they have none; it comes down as it went up', async () => {
  const { page } = portal
  await page.goto(address)
  const [download] = await Promise.all([page.waitForEvent('download'), follow('章程（签字稿）')])
  expect(download.suggestedFilename()).toBe('章程（签字稿）.pdf')
  expect((await readFile(await download.path())).equals(RULES.buffer)).toBe(true)
  expect(await page.getByText('未附扫描件').count()).toBe(3)
  expect(await seriousFindings(portal)).toEqual([])
})

test('a scan is attached later, what is no scan is told before it is sent, and one that was a mistake is taken back', async () => {
  const { page } = portal
  await page.goto(address)
  await press('给“2026-06-01 审核”附上扫描件')
  await page
    .getByLabel('扫描件', { exact: true })
    .setInputFiles({ name: '意见.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') })
  await page.getByText('内容不是 PDF、JPEG 或 PNG，没有上传。').waitFor()
  expect(await page.getByRole('button', { name: '上传', exact: true }).isDisabled()).toBe(true)
  await page.getByLabel('扫描件', { exact: true }).setInputFiles([scan('意见.pdf', 20_000), scan('错传的.pdf', 20_000)])
  expect(await seriousFindings(portal)).toEqual([])
  await press('上传')
  await page.getByText('“2026-06-01 审核”已附上 2 个扫描件。').waitFor()
  await press('撤回扫描件“错传的”')
  await page.getByRole('radio', { name: '传错文件' }).check()
  expect(await seriousFindings(portal)).toEqual([])
  await press('撤回')
  await page.getByText(/有一个扫描件于 .*撤回：传错文件/).waitFor()
  await page.getByRole('link', { name: '意见', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '错传的' }).count()).toBe(0)
})

test('the application form, the member list and the draft of the reply are made from the record, in Word too', async () => {
  const { page } = portal
  await page.goto(address)
  await follow('会员名单')
  await page.getByRole('cell', { name: '顾山企业07' }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), press('下载 Word')])
  expect(download.suggestedFilename()).toBe(`${NAME}会员名单.docx`)
  const words = strFromU8(unzipSync(await readFile(await download.path()))['word/document.xml'] ?? new Uint8Array())
  for (const firm of FIRMS) expect(words).toContain(firm)
  await page.goto(`${address}/papers/application`)
  await page.getByRole('cell', { name: '2026-05-01' }).waitFor()
  await page.goto(`${address}/papers/reply`)
  await page.getByText('同意以区域联建方式成立顾山镇企业联合科协').waitFor()
})

test('the reply establishes the unit from its day, and it covers the twelve firms; the figures of the day before know none', async () => {
  const { page } = portal
  await page.goto(address)
  await take('批复同意', '2026-06-10', '澄科协〔2026〕6号', '批复文号和标题')
  await heading(`${NAME}：下一步“成立大会”，由筹备组办`)
  await page.goto('/reports?view=sectors&on=2026-06-09')
  await heading('登记的 12 个单位中 0 个已由组织覆盖（0%），12 个未覆盖')
  await page.goto('/reports?view=sectors')
  await heading('登记的 12 个单位中 12 个已由组织覆盖（100%），0 个未覆盖')
  await page.goto(address)
  await page.getByRole('definition').getByRole('link', { name: NAME }).click()
  await page.getByRole('heading', { name: '覆盖 12 个单位' }).waitFor()
})

test('meeting without a quorum is refused at the field; then meeting, filing and plate follow, and it is done', async () => {
  const { page } = portal
  await page.goto(address)
  await follow('登记成立大会')
  await fillDay('日期', '2026-06-15')
  await page.getByLabel('大会纪要标题').fill('成立大会纪要')
  await page.getByLabel('实到人数').fill('5')
  await page.getByLabel('当选人数').fill('5')
  await fillDay('任期届满日', '2031-06-15')
  await press('登记成立大会')
  await page.getByText('到会 5 人，不足法定人数：应到 12 人，至少须到 6 人').waitFor()
  await page.getByLabel('实到人数').fill('11')
  expect(await seriousFindings(portal)).toEqual([])
  await press('登记成立大会')
  await heading(`${NAME}：下一步“备案”，由江阴市科协办`)
  await take('登记备案', '2026-06-20', '备案表', '备案文号或标题')
  await take('登记挂牌', '2026-06-28', '挂牌仪式', '挂牌记录')
  await heading(`${NAME}：已办结`)
  await page.getByText(/应到 12 人，实到 11 人，选出 5 人/).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto('/foundings?state=closed')
  await page.getByRole('row', { name: new RegExp(`${NAME}.*已办结`) }).waitFor()
})

test('what is overdue stands first and may be let lapse; a phone shows the desk in one column, in English too', async () => {
  const input = { name: '逾期的学会', type: 'SOCIETY', areaCode: '320281', on: '2025-06-01' }
  const { founding } = await command<{ founding: { id: string } }>(portal, 'beginFounding', input, 'founding { id }')
  await command(portal, 'beginFounding', { ...input, name: '新筹建的学会', on: '2026-06-01' }, 'founding { id }')
  await ask(portal, '{ foundingCounts { open } }')
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  for (const place of ['/foundings', `/foundings/${founding.id}`, address]) {
    await phone.page.goto(place)
    await phone.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await seriousFindings(phone)).toEqual([])
  }
  expect(phone.complaints).toEqual([])
  await phone.close()

  const { page } = portal
  await page.goto('/foundings')
  await heading('筹建中 2 个，其中逾期 1 个，等您办 0 个')
  await page.getByRole('row', { name: /逾期的学会.*2025-11-28，已逾期/ }).waitFor()
  await page.goto(`/foundings/${founding.id}/end`)
  await page.getByRole('radio', { name: '逾期终止' }).check()
  await page.getByLabel('原因').fill('长期未办')
  await press('结束筹建')
  await heading('逾期的学会：逾期终止')
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
