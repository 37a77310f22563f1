import { type Stack, startStack } from '@sizhang/testing'
import { ask, establish, loadAreas } from '../browser-testing/city'
import { command, registerHead } from '../browser-testing/commands'
import { writeTime } from '../browser-testing/keyboard'
import { type OpenPortal, openPortal, seriousFindings, signInFirst } from '../browser-testing/portal'

const GROUP = '“四+一”基层组织建设试点工作领导小组'
/** The annex as the notice prints it (A1): office, name, post. The names are invented. */
const ANNEX = [
  ['组长', '甲一', '市科协党组书记、主席'],
  ['副组长', '乙二', '市科协副主席'],
  ['副组长', '丙三', '市科协秘书长'],
  ['成员', '丁四', '办公室（组宣部）主任'],
  ['成员', '戊五', '科普部部长'],
  ['成员', '己六', '学会部部长'],
  ['成员', '庚七', '国际部部长'],
  ['办公室主任', '己六', '学会部部长'],
] as const
const RANKS: Record<string, string> = {
  组长: 'GROUP_LEADER',
  副组长: 'DEPUTY_GROUP_LEADER',
  成员: 'GROUP_MEMBER',
  办公室主任: 'OFFICE_HEAD',
}

let stack: Stack
let portal: OpenPortal
let city: string
let town: string
let group: string

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  portal = await openPortal(stack)
  await signInFirst(portal, stack, 'three quiet words')
  await loadAreas(portal)
  city = await establish(portal, '无锡市科协', 'CITY', '320200', '1980-01-01')
  town = await establish(portal, '江阴市顾山镇科协', 'TOWN', '320281111', '2018-06-11')
})
afterAll(async () => {
  await portal.close()
  await stack.stop()
})

const heading = (name: string | RegExp) => portal.page.getByRole('heading', { level: 1, name }).waitFor()
const fillDay = async (label: string, day: string) => {
  await portal.page.getByLabel(label).fill(day)
  await portal.page.keyboard.press('Enter')
}

test('a leading group is opened from the city’s page: its kind asks for a name instead of a term, and brings its offices', async () => {
  const { page } = portal
  await page.goto(`/units/${city}/terms/new`)
  await page.getByRole('combobox', { name: '机构' }).click()
  await page.getByText('领导小组、工作组').click()
  await page.getByText('职务：4 种，8 个名额').waitFor()
  await page.getByLabel('名称', { exact: true }).fill('试点工作小组')
  await writeTime(page.getByLabel('开始日期'), '2018-06-11')
  expect(await page.getByLabel('届满日期').count()).toBe(0)
  await page.getByLabel('所任职务（按职务参加）').first().fill('市科协主席')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '开始这一届' }).click()
  await heading(/^试点工作小组设 8 个席位，0 席在任，8 席空缺/)
  await page.getByText('市科协主席').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('the leading group of the notice’s annex is entered as it stands and printed back equal', async () => {
  const { page } = portal
  const persons = new Map<string, string>()
  for (const [, name] of ANNEX)
    if (!persons.has(name))
      persons.set(name, (await command<{ person: { id: string } }>(portal, 'registerPerson', { name }, 'person { id }')).person.id)
  const seats = ANNEX.map(([title, , byPost]) => ({ title, rank: RANKS[title], kinds: ['PART_TIME_POST'], byPost }))
  const input = { unitId: city, kind: 'working-group', name: GROUP, from: '2018-06-11', seats }
  group = (await command<{ body: { id: string } }>(portal, 'openBody', input, 'body { id }')).body.id
  const { body } = await ask<{ body: { seats: { id: string }[] } }>(portal, `{ body(id: "${group}") { seats { id } } }`)
  for (const [place, [, name]] of ANNEX.entries()) {
    const post = { kind: 'PART_TIME_POST', basis: 'APPOINTMENT', paper: '锡科协发〔2018〕61号', from: '2018-06-11' }
    await command(portal, 'makeAppointment', { ...post, seatId: body.seats[place]?.id, personId: persons.get(name) }, 'appointment { id }')
  }
  await page.goto(`/bodies/${group}`)
  await heading(`${GROUP}的 8 个席位都有人在任`)
  await page.evaluate(() => (window.print = () => dispatchEvent(new Event('beforeprint'))))
  await page.getByRole('button', { name: '打印' }).click()
  const rows = await page.locator('.group-annex tbody tr').all()
  const printed = await Promise.all(
    rows.map(async (row) => [await row.getByRole('rowheader').innerText(), ...(await row.getByRole('cell').allInnerTexts())]),
  )
  expect(printed).toEqual(ANNEX)
  expect(await page.locator('.group-annex caption').innerText()).toBe(GROUP)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.goto(`/bodies/${group}?on=2018-06-10`)
  await heading(`${GROUP}自 2018-06-11 起设立`)
})

test('it is on the page of its unit, which functions no better for it, and a person’s post in it has no end', async () => {
  const { page } = portal
  await page.goto(`/units/${city}`)
  await page.getByText('未正常运转：没有设立机构').waitFor()
  await page.getByRole('link', { name: GROUP }).waitFor()
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto(`/bodies/${group}`)
  await page.getByRole('link', { name: '甲一', exact: true }).click()
  await page.getByText('2018-06-11 至 机构撤销').waitFor()
})

test('it does not end while somebody sits in it: the refusal says so at the day', async () => {
  const { page } = portal
  await page.goto(`/bodies/${group}/end`)
  await page.getByRole('button', { name: '撤销机构' }).click()
  await page.getByText('该机构在 2026-06-30 及以后还有 8 人任职').waitFor()
  expect(await seriousFindings(portal)).toEqual([])
})

test('a town’s seating tells who sits where, since when a place is vacant, and whether each head is there', async () => {
  const { page } = portal
  const reserved = [
    { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'], reservedHead: 'HOSPITAL_HEAD' },
    { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'], reservedHead: 'SCHOOL_HEAD' },
  ]
  const committee = {
    unitId: town,
    from: '2021-06-30',
    seats: [{ title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }, ...reserved],
  }
  const { body } = await command<{ body: { id: string; seats: { id: string }[] } }>(
    portal,
    'openBody',
    committee,
    'body { id seats { id } }',
  )
  const head = await registerHead(portal, '辛八', 'hospital')
  const post = {
    seatId: body.seats[1]?.id,
    personId: head,
    kind: 'PART_TIME_POST',
    basis: 'ELECTION',
    from: '2021-06-30',
    until: '2026-06-20',
  }
  await command(portal, 'makeAppointment', post, 'appointment { id }')
  await page.goto(`/bodies/${body.id}?on=2026-06-19`)
  await heading('江阴市顾山镇科协委员会设 3 个席位，1 席在任，2 席空缺，最长已 1,815 天')
  await page.getByText('自 2021-06-30 起，1,815 天').first().waitFor()
  await page.getByText('四长各有一人兼职、挂职担任主席、副主席').waitFor()
  await page.getByText('现有 1，应有 4。').waitFor()
  expect(await page.locator('.structure-state').innerText()).toBe('未达到')
  expect(await seriousFindings(portal)).toEqual([])
  await page.goto(`/bodies/${body.id}?on=2026-06-25`)
  await page.getByText('自 2026-06-20 起，5 天').waitFor()
})

test('the clock tells that the term is over; the congress is put off by a paper, and no longer than a year', async () => {
  const { page } = portal
  await page.goto('/')
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '换届', exact: true }).click()
  await page.goto('/terms?on=2026-01-30')
  await heading('0 个机构超期未换届，0 个延期，0 个三个月内届满，1 个六个月内届满')
  await page.goto('/terms')
  await heading('1 个机构超期未换届，0 个延期，0 个三个月内届满，0 个六个月内届满')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('link', { name: '江阴市顾山镇科协延期换届' }).click()
  await fillDay('延至', '2027-07-01')
  await page.getByLabel('文号').fill('澄科协〔2026〕9号')
  await page.getByRole('button', { name: '延期换届' }).click()
  await page.getByText('最迟可以延期到 2027-06-30。').waitFor()
  await fillDay('延至', '2026-12-31')
  expect(await seriousFindings(portal)).toEqual([])
  await page.getByRole('button', { name: '延期换届' }).click()
  await page.getByText('延至 2026-12-31（澄科协〔2026〕9号）').waitFor()
  await page.goto('/terms?state=POSTPONED&within=320281')
  await heading('0 个机构超期未换届，1 个延期，0 个三个月内届满，0 个六个月内届满')
})

test.each(['/terms', 'body'])('a phone shows %s in one column, in English too', async (address) => {
  const phone = await openPortal(stack, { width: 390, language: 'en', as: portal })
  await phone.page.goto(address === 'body' ? `/bodies/${group}` : address)
  await phone.page.getByRole('heading', { level: 1, name: address === 'body' ? /all 8 places are held/ : /1 postponed/ }).waitFor()
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousFindings(phone)).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

test('the console stays clean and no other host is asked', () => {
  expect(portal.complaints).toEqual([])
})
