import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadPacks } from './load'
import { sections, type Language, type Pack } from './pack'
import { Packs } from './packs'

const ownPacks = join(__dirname, '..')
let packs: Packs
beforeAll(async () => void (packs = await loadPacks([ownPacks])))

const names = (codes: { code: string }[]) => codes.map(({ code }) => packs.text('title', code, 'zh').name)

test('the four departments stand in the order of the notice, what is no department’s comes last', () => {
  expect(packs.departments().map(({ code }) => code)).toEqual(['health', 'education', 'agriculture', 'enterprise', 'general'])
})

test('every pack folder is loaded', async () => {
  const folders = (await readdir(ownPacks, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'src')
  expect(packs.departments()).toHaveLength(folders.length)
})

test('in a county the heads of hospitals, schools, agri-tech stations and tech firms are the key persons (N2.1a)', () => {
  expect(names(packs.titles({ level: 'COUNTY' }))).toEqual(['医院院长', '中小学校长', '农技站站长', '科技型企业家'])
})

test('in a town the heads of health centres, agricultural and social service centres come to them (N2.1b)', () => {
  expect(names(packs.titles({ level: 'TOWN' }))).toEqual(
    expect.arrayContaining(['乡镇卫生院院长', '街道社区卫生服务中心主任', '中小学校长', '农业服务中心主任', '社会服务中心主任']),
  )
})

test('in a village the clinic’s head, the principal, graduate officials, households, growers and local experts (N2.1c)', () => {
  expect(names(packs.titles({ level: 'VILLAGE' }))).toEqual([
    '街道社区卫生服务中心主任',
    '村卫生室主任',
    '中小学校长',
    '科技示范户',
    '种养大户',
    '土专家',
    '田秀才',
    '大学生村官',
    '大学生社区工作者',
  ])
})

test('no title counts at city level, where the plan ends', () => {
  expect(packs.titles({ level: 'CITY' })).toEqual([])
  expect(packs.titles()).toHaveLength(15)
})

test('a title stands for a head, and only where it counts', () => {
  expect(packs.headOf('village-clinic-head')).toBe('HOSPITAL_HEAD')
  expect(packs.headOf('village-clinic-head', 'VILLAGE')).toBe('HOSPITAL_HEAD')
  expect(packs.headOf('village-clinic-head', 'COUNTY')).toBeUndefined()
  expect(packs.headOf('agri-service-centre-head', 'TOWN')).toBe('AGRI_TECH_HEAD')
  expect(packs.headOf('local-expert', 'VILLAGE')).toBe('OTHER_KEY')
  expect(packs.headOf('astronaut')).toBeUndefined()
})

test('the heads are the four and the other key persons', () => {
  expect(packs.heads().map(({ code, department, texts }) => [code, department, texts.zh.name, texts.en.name])).toEqual([
    ['HOSPITAL_HEAD', 'health', '医院院长', 'Hospital head'],
    ['SCHOOL_HEAD', 'education', '中小学校长', 'School head'],
    ['AGRI_TECH_HEAD', 'agriculture', '农技推广负责人', 'Agri-tech head'],
    ['TECH_ENTREPRENEUR', 'enterprise', '科技型企业家', 'Tech entrepreneur'],
    ['OTHER_KEY', 'general', '其他关键人物', 'Other key person'],
  ])
})

test('each clause of the notice has the activity types that it names (N2.2)', () => {
  const byClause = (clause: string) =>
    packs.activityTypes().flatMap((type) => (type.clause === clause ? [packs.text('activityType', type.code, 'zh').name] : []))
  expect(byClause('N2.2a')).toEqual(expect.arrayContaining(['健康讲堂', '专业咨询', '健康义诊', '防癌体检', '公益募集']))
  expect(byClause('N2.2b')).toEqual(expect.arrayContaining(['青少年科技创新大赛', '模型竞赛', '机器人竞赛', '科普月', '科普周', '读书日']))
  expect(byClause('N2.2c')).toEqual(expect.arrayContaining(['农业技术培训', '新技术推广', '新品种推广', '新模式推广', '乡村科普']))
  expect(byClause('N2.2d')).toEqual(expect.arrayContaining(['建家交友', '创新方法培训', '创新方法竞赛', '反映诉求', '维护权益']))
})

test('an activity type comes with its department, its pack’s version and its figures in the order of the form', () => {
  const type = packs.activityType('free-clinic')
  expect(type).toMatchObject({ department: 'health', packVersion: packs.version('health'), clause: 'N2.2a' })
  expect(type?.placeKinds).not.toContain('online')
  expect(type?.figures.slice(0, 3)).toEqual([
    { code: 'audience', unit: 'person-times', integer: true, required: true, max: 10_000_000 },
    { code: 'sessions', unit: 'sessions', integer: true, required: true, max: 10_000 },
    { code: 'consultations', unit: 'person-times', integer: true, required: true, max: 1_000_000 },
  ])
})

test('the activity types of one department are asked for alone', () => {
  expect(packs.activityTypes('enterprise').map(({ department }) => department)).toEqual(Array(6).fill('enterprise'))
  expect(packs.activityTypes('astronomy')).toEqual([])
})

test('employers have a kind and the levels at which it is found', () => {
  expect(packs.employerKind('village-clinic')).toEqual({ code: 'village-clinic', department: 'health', levels: ['VILLAGE'] })
  expect(packs.employerKinds().map(({ code }) => packs.text('employerKind', code, 'zh').name)).toEqual(
    expect.arrayContaining(['医院', '中学', '小学', '农技站', '科技型企业', '其他单位']),
  )
})

test('activities are held in communities, villages, schools, firms, parks and on line', () => {
  expect(packs.placeKinds()).toEqual(expect.arrayContaining(['community', 'village', 'school', 'enterprise', 'park', 'online', 'hospital']))
})

test('a code has its words in the reader’s language', () => {
  expect(packs.text('unit', 'person-times', 'zh').name).toBe('人次')
  expect(packs.text('unit', 'person-times', 'en').name).toBe('person-times')
  expect(packs.text('carryingSociety', 'medical-association', 'zh').name).toBe('医学会')
})

test('a code of an old fact that no pack declares any more is shown as it is', () => {
  expect(packs.text('figure', 'abacuses', 'zh')).toEqual({ name: 'abacuses' })
})

test('an unknown code is undefined, never another one', () => {
  for (const code of ['constructor', '__proto__', 'astronomy', '']) {
    expect([packs.department(code), packs.version(code), packs.title(code), packs.activityType(code), packs.employerKind(code)]).toEqual(
      Array(5).fill(undefined),
    )
  }
})

/** A department without a head, types or words. */
function bare(department: string): Pack {
  const none = Object.fromEntries(Object.values(sections).map((section) => [section, {}])) as Pack['texts'][Language]
  const lists = {
    employerKinds: [],
    titles: [],
    units: [],
    figures: [],
    placeKinds: [],
    activityTypes: [],
    carryingSocieties: [],
    unitTypes: [],
  }
  return { folder: department, file: { department, version: '2026.1', order: 100, ...lists }, texts: { zh: none, en: none } }
}

test('departments of one place in the order stand by code, however they were read; one without a head brings none', () => {
  const three = new Packs([bare('music'), bare('sports'), bare('dance')])
  expect(three.departments().map(({ code }) => code)).toEqual(['dance', 'music', 'sports'])
  expect(three.heads()).toEqual([])
})

test('a department is known by its code', () => {
  expect(packs.department('health')).toMatchObject({ code: 'health', head: 'HOSPITAL_HEAD' })
})
