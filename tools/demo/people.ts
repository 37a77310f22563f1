import { Chance, commandId } from './chance'
import type { DemoTerm } from './bodies'
import { groupPeople } from './leading-group'
import { DEMO_TODAY, type AreaLine, type DemoUnit } from './network'

/** An employer of the demo city. */
export interface DemoEmployer {
  key: string
  name: string
  kind: string
  level: string
  areaCode: string
  from: string
}

/** A person of the demo city; `title` is that of his home job, where he has one. */
export interface DemoPerson {
  key: string
  employerKey?: string
  title?: string
  from: string
}

/** A seat as the graph answered it. */
export interface AnsweredSeat {
  id: string
  rank: string
  places: number
  reservedHead: string | null
  title: string
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳']
const GIVEN = [...'安博晨德恩方国海宏嘉建锦景俊凯乐立明宁平青仁瑞思泰文希翔欣雅言毅永宇远泽正志中']

/** What stands for each head in a town, and where he works. */
const TOWN_JOBS = [
  ['health', '卫生院', 'township-health-centre', 'township-health-centre-head', 'HOSPITAL_HEAD'],
  ['school', '中心小学', 'primary-school', 'school-head', 'SCHOOL_HEAD'],
  ['agri', '农业服务中心', 'agri-service-centre', 'agri-service-centre-head', 'AGRI_TECH_HEAD'],
  ['firm', '科技有限公司', 'tech-firm', 'tech-entrepreneur', 'TECH_ENTREPRENEUR'],
] as const
const COUNTY_JOBS = [
  ['hospital', '人民医院', 'hospital', 'hospital-head', 'HOSPITAL_HEAD'],
  ['school', '第一中学', 'secondary-school', 'school-head', 'SCHOOL_HEAD'],
  ['agri', '农技推广站', 'agri-tech-station', 'agri-tech-station-head', 'AGRI_TECH_HEAD'],
  ['firm', '智能制造有限公司', 'tech-firm', 'tech-entrepreneur', 'TECH_ENTREPRENEUR'],
] as const

/** Further firms of a town, where nobody of the demo works: they are there to be covered. */
export const TOWN_FIRMS = [
  ['machines', '精密机械有限公司', 'tech-firm'],
  ['software', '软件有限公司', 'tech-firm'],
  ['textiles', '纺织有限公司', 'firm'],
  ['logistics', '物流有限公司', 'firm'],
] as const

/** Where the four heads of each county and town work, and the towns' further firms. */
export function demoEmployers(areas: readonly AreaLine[]): DemoEmployer[] {
  return areas.flatMap((area) => {
    if (area.kind === 'quasi' || (area.level !== 'town' && area.level !== 'county')) return []
    const [employers, level] = area.level === 'town' ? [[...TOWN_JOBS, ...TOWN_FIRMS], 'TOWN'] : [COUNTY_JOBS, 'COUNTY']
    return employers.map(([key, word, kind]) => ({
      key: `${key}/${area.code}`,
      name: `${area.name}${word}`,
      kind,
      level,
      areaCode: area.code,
      from: '2016-01-01',
    }))
  })
}

/** The command that registers an employer. */
export function registerEmployerOf({ key, ...input }: DemoEmployer) {
  return { key, commandId: commandId('registerEmployer', key), input }
}

/** The people of the demo city: two generations of the four heads of each county and town, those who chair and run associations, those of the leading group, and members. */
export function demoPeople(areas: readonly AreaLine[], terms: readonly DemoTerm[], total: number): DemoPerson[] {
  const people: DemoPerson[] = []
  for (const area of areas) {
    if (area.kind === 'quasi' || (area.level !== 'town' && area.level !== 'county')) continue
    for (const [key, , , title, head] of area.level === 'town' ? TOWN_JOBS : COUNTY_JOBS)
      people.push({ key: `${head}/${area.code}/1`, employerKey: `${key}/${area.code}`, title, from: '2016-09-01' })
  }
  for (const { key, unit } of terms) {
    people.push({ key: `chair/${key}`, from: '2016-09-01' })
    if (unit.type !== 'VILLAGE') people.push({ key: `secretary/${key}`, from: '2016-09-01' })
  }
  for (const key of groupPeople) people.push({ key, from: '2016-09-01' })
  while (people.length < total) people.push({ key: `member/${people.length}`, from: '2016-09-01' })
  return people
}

/** The command that registers a person: a made-up name, and for every second one an identity number that nobody has (area 320200, born 1900). */
export function registerPersonOf(person: DemoPerson, place: number, employerIdOf: (key: string) => string) {
  const chance = new Chance(`person/${person.key}`)
  const name = chance.one(SURNAMES) + chance.one(GIVEN) + (chance.happens(0.6) ? chance.one(GIVEN) : '')
  const { employerKey, title, from } = person
  const input = {
    name,
    ...(place % 2 === 0 ? { identityNumber: identityNumber(place) } : {}),
    ...(employerKey && title ? { homeJob: { employerId: employerIdOf(employerKey), title, from } } : {}),
  }
  return { key: person.key, commandId: commandId('registerPerson', person.key), input }
}

/** Who holds which seat: chairs and secretaries by term, heads in the seats reserved for them; some seats stay vacant. */
export function appointmentsOf(term: DemoTerm, seats: readonly AnsweredSeat[], personIdOf: (key: string) => string) {
  const chance = new Chance(`seats/${term.key}`)
  const countyOrTown = term.unit.areaCode ?? ''
  const heads = ['HOSPITAL_HEAD', 'SCHOOL_HEAD', 'AGRI_TECH_HEAD', 'TECH_ENTREPRENEUR']
  return seats.flatMap((seat) => {
    const holders = holdersOf(seat, term.unit, heads, chance)
    return holders.map(([personKey, kind], place) => {
      const key = `${term.key}/${seat.title}/${place}`
      const person = personKey === 'chair' || personKey === 'secretary' ? `${personKey}/${term.key}` : `${personKey}/${countyOrTown}/1`
      const input = {
        seatId: seat.id,
        personId: personIdOf(person),
        kind,
        basis: kind === 'SECONDMENT' ? 'SENDING' : 'ELECTION',
        from: term.from,
        until: term.until,
      }
      return { key, commandId: commandId('makeAppointment', key), input }
    })
  })
}

function holdersOf(seat: AnsweredSeat, unit: DemoUnit, heads: readonly string[], chance: Chance): [string, string][] {
  const beside = () => (chance.happens(0.8) ? 'PART_TIME_POST' : 'SECONDMENT')
  if (seat.rank === 'CHAIR') return chance.happens(0.92) ? [['chair', 'FULL_TIME_OFFICE']] : []
  if (seat.rank === 'SECRETARY_GENERAL') return chance.happens(0.85) ? [['secretary', 'PART_TIME_POST']] : []
  if (seat.reservedHead) return chance.happens(0.8) ? [[seat.reservedHead, beside()]] : []
  if (unit.type !== 'COUNTY') return []
  const share = seat.rank === 'VICE_CHAIR' ? heads.slice(0, 2) : seat.rank === 'STANDING_COMMITTEE_MEMBER' ? heads : []
  return share.filter(() => chance.happens(0.85)).map((head) => [head, beside()])
}

/** About one appointment in twelve that began before the last year ended early. */
export function endAppointmentOf(key: string, appointmentId: string, from: string, until: string) {
  const chance = new Chance(`end/${key}`)
  const last = until < DEMO_TODAY ? until : DEMO_TODAY
  if (!chance.happens(0.08) || from > '2025-01-01') return undefined
  const on = chance.day(`${Number(from.slice(0, 4)) + 1}${from.slice(4).replace('-02-29', '-02-28')}`, last)
  if (on >= until) return undefined
  return { key, commandId: commandId('endAppointment', key), input: { appointmentId, on, reason: chance.one(['TRANSFER', 'RESIGNATION']) } }
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function identityNumber(place: number): string {
  const day = new Date(Date.UTC(1900, 0, 1 + Math.floor(place / 900))).toISOString().slice(0, 10).replaceAll('-', '')
  const digits = `320200${day}${String((place % 900) + 100)}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}
