import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBodyOf, openTermOf, termsOf, type DemoTerm } from './bodies'
import { demoConditions, noteConditionOf } from './conditions'
import { coverEmployersOf, demoCovers } from './covers'
import { checksumOfDemo, FULL_CHECKSUM } from './figures'
import { beginFoundingOf, demoFoundings, foundingStepsOf } from './foundings'
import { GraphClient, type Answer, type DemoCommand, type DemoMutation } from './graph-client'
import { groupAppointmentsOf, GROUP_COMMANDS, openGroupOf } from './leading-group'
import { demoUnits, establishUnitOf, linesOf, type AreaLine } from './network'
import {
  appointmentsOf,
  demoEmployers,
  demoPeople,
  endAppointmentOf,
  registerEmployerOf,
  registerPersonOf,
  type AnsweredSeat,
} from './people'
import { designatePilotOf, recordPilotTasksOf, type AskedCategory } from './pilots'
import { demoActivities, type AskedType, type DemoLeader } from './work'

/** How a load is going: commands carried out, of how many, and what is being loaded. */
export interface DemoProgress {
  done: number
  total: number
  what: string
}

/** Where the demo goes, as whom, and who hears of its progress. */
export interface DemoOptions {
  gateway: string
  /** The `authorization` header of a caller who may write; asked before each request, so that it may be renewed. */
  authorization: () => Promise<string>
  onProgress: (progress: DemoProgress) => void
  /** Folder of the two lists; default: the product's own. */
  data?: string
  people?: number
  activities?: number
}

/** What a load ends with. `expected` is known for the whole demo alone. */
export interface DemoOutcome {
  checksum: string
  expected?: string
}

const DATA = 'tools/demo/data'
const PEOPLE = 2_000
const ACTIVITIES = 3_000

const MUTATIONS = {
  registerEmployer: { name: 'registerEmployer', inputType: 'RegisterEmployerInput', answer: 'employer { id }' },
  establishUnit: { name: 'establishUnit', inputType: 'EstablishUnitInput', answer: 'unit { id }' },
  designatePilot: { name: 'designatePilot', inputType: 'DesignatePilotInput', answer: 'pilot { id }' },
  recordPilotTask: { name: 'recordPilotTask', inputType: 'RecordPilotTaskInput', answer: 'pilot { id }' },
  openBody: { name: 'openBody', inputType: 'OpenBodyInput', answer: 'body { id }' },
  openGroup: { name: 'openBody', inputType: 'OpenBodyInput', answer: 'body { id seats { id } }' },
  openTerm: { name: 'openTerm', inputType: 'OpenTermInput', answer: 'term { seats { id rank places reservedHead title } }' },
  coverEmployers: { name: 'coverEmployers', inputType: 'CoverEmployersInput', answer: 'employers { id }' },
  beginFounding: { name: 'beginFounding', inputType: 'BeginFoundingInput', answer: 'founding { id }' },
  addFoundingMembers: { name: 'addFoundingMembers', inputType: 'AddFoundingMembersInput', answer: 'version' },
  draftFoundingRules: { name: 'draftFoundingRules', inputType: 'DraftFoundingRulesInput', answer: 'version' },
  applyForFounding: { name: 'applyForFounding', inputType: 'ApplyForFoundingInput', answer: 'version' },
  reviewFounding: { name: 'reviewFounding', inputType: 'ReviewFoundingInput', answer: 'version' },
  withdrawFounding: { name: 'withdrawFounding', inputType: 'WithdrawFoundingInput', answer: 'version' },
  noteCondition: { name: 'noteCondition', inputType: 'NoteConditionInput', answer: 'note { id }' },
  registerPerson: { name: 'registerPerson', inputType: 'RegisterPersonInput', answer: 'person { id }' },
  makeAppointment: { name: 'makeAppointment', inputType: 'MakeAppointmentInput', answer: 'appointment { id head { code } }' },
  endAppointment: { name: 'endAppointment', inputType: 'EndAppointmentInput', answer: 'appointment { id }' },
  recordActivity: { name: 'recordActivity', inputType: 'RecordActivityInput', answer: 'activity { id }' },
} satisfies Record<string, DemoMutation>

/**
 * Loads the demo city through the public graph and its import route alone; the same each time. It may be interrupted and called
 * again: every command has a fixed id, so what was carried out is not carried out twice.
 */
export async function loadDemo({
  gateway,
  authorization,
  onProgress,
  people = PEOPLE,
  activities = ACTIVITIES,
  data = DATA,
}: DemoOptions): Promise<DemoOutcome> {
  const areasCsv = await readFile(join(data, 'wuxi-areas.csv'), 'utf8')
  const areas = linesOf<AreaLine>(areasCsv)
  const units = demoUnits(areas, linesOf(await readFile(join(data, 'pilot-units.csv'), 'utf8')))
  const pilots = units.filter(({ pilot }) => pilot)
  const withBody = units.filter(({ type }) => type !== 'GROUP')
  const terms = withBody.flatMap(termsOf)
  const employers = demoEmployers(areas)
  const covers = demoCovers(units, new Set(employers.map(({ key }) => key)))
  const conditions = demoConditions(units)
  const foundings = demoFoundings(areas, units)
  const stepsOf = (idOf: (key: string) => string, employerIdOf: (key: string) => string) =>
    Object.entries(foundingStepsOf(foundings, idOf, employerIdOf)) as [keyof ReturnType<typeof foundingStepsOf>, DemoCommand[]][]
  const persons = demoPeople(areas, terms, people)
  const posts = terms.map(countOfPosts).reduce((sum, count) => sum + count, 0)
  const client = new GraphClient(gateway, authorization)
  const { pilotCategories } = await client.askSettled<{ pilotCategories: AskedCategory[] }>('{ pilotCategories { code tasks { code } } }')
  const taskRecords = (idOf: (key: string) => string) => pilots.flatMap((unit) => recordPilotTasksOf(unit, pilotCategories, idOf))
  const progress = {
    done: 0,
    total:
      areas.length +
      units.length +
      pilots.length +
      taskRecords(() => '').length +
      withBody.length +
      terms.length +
      employers.length +
      covers.length +
      conditions.length +
      foundings.length +
      stepsOf(String, String).flatMap(([, commands]) => commands).length +
      persons.length +
      posts +
      GROUP_COMMANDS +
      activities,
    what: '',
  }
  const send = async (what: string, mutation: DemoMutation, commands: readonly DemoCommand[]) => {
    progress.what = what
    return client.send(mutation, commands, (count) => {
      progress.done += count
      onProgress({ ...progress })
    })
  }

  await client.upload('/files/organization/areas', areasCsv)
  progress.done += areas.length
  onProgress({ ...progress, what: '区划 areas' })
  const employed = await send('单位 employers', MUTATIONS.registerEmployer, employers.map(registerEmployerOf))
  const unitIds = new Map<string, string>()
  for (const type of ['CITY', 'COUNTY', 'TOWN', undefined]) {
    const wave = units.filter((unit) => (type ? unit.type === type : !['CITY', 'COUNTY', 'TOWN'].includes(unit.type)))
    const established = await send(
      '组织 units',
      MUTATIONS.establishUnit,
      wave.map((unit) => establishUnitOf(unit, idFrom(unitIds))),
    )
    for (const [key, { unit }] of established) unitIds.set(key, idIn(unit))
  }
  const employerIds = idsOf(employed, 'employer')
  const designated = await send(
    '试点 pilots',
    MUTATIONS.designatePilot,
    pilots.map((unit) => designatePilotOf(unit, idFrom(unitIds))),
  )
  await send('试点任务 tasks of pilots', MUTATIONS.recordPilotTask, taskRecords(idFrom(idsOf(designated, 'pilot'))))
  await send(
    '覆盖 covers',
    MUTATIONS.coverEmployers,
    covers.map((cover) => coverEmployersOf(cover, idFrom(unitIds), idFrom(employerIds))),
  )
  await send(
    '四缺 conditions',
    MUTATIONS.noteCondition,
    conditions.map((condition) => noteConditionOf(condition, idFrom(unitIds))),
  )
  const begun = await send('组建 foundings', MUTATIONS.beginFounding, foundings.map(beginFoundingOf))
  for (const [mutation, commands] of stepsOf(idFrom(idsOf(begun, 'founding')), idFrom(employerIds)))
    await send('组建 foundings', MUTATIONS[mutation], commands)
  const bodies = await send(
    '机构 bodies',
    MUTATIONS.openBody,
    withBody.map((unit) => openBodyOf(unit, idFrom(unitIds))),
  )
  const bodyIds = idsOf(bodies, 'body')
  const opened = new Map<string, Answer>()
  for (const number of [1, 2, 3]) {
    const wave = terms.filter((term) => term.number === number)
    for (const [key, answer] of await send(
      '届次 terms',
      MUTATIONS.openTerm,
      wave.map((term) => openTermOf(term, idFrom(bodyIds))),
    ))
      opened.set(key, answer)
  }
  const registered = await send(
    '人员 people',
    MUTATIONS.registerPerson,
    persons.map((person, place) => registerPersonOf(person, place, idFrom(employerIds))),
  )
  const personIds = idsOf(registered, 'person')

  const leaders: DemoLeader[] = []
  const endings: DemoCommand[] = []
  const planned = terms.flatMap((term) =>
    appointmentsOf(term, seatsIn(opened.get(term.key)), idFrom(personIds)).map((command) => ({ term, command })),
  )
  const made = await send(
    '任职 posts',
    MUTATIONS.makeAppointment,
    planned.map(({ command }) => command),
  )
  for (const { term, command } of planned) {
    const { id, head } = made.get(command.key)?.['appointment'] as { id: string; head: { code: string } | null }
    const ending = endAppointmentOf(command.key, id, term.from, term.until)
    if (ending) endings.push(ending)
    leaders.push({
      appointmentId: id,
      unitKey: term.unit.key,
      head: head?.code ?? null,
      from: term.from,
      until: ending?.input.on ?? term.until,
    })
  }
  const [group] = [...(await send('领导小组 leading group', MUTATIONS.openGroup, [openGroupOf(idFrom(unitIds))])).values()]
  const { seats } = group?.['body'] as { seats: { id: string }[] }
  await send('领导小组 leading group', MUTATIONS.makeAppointment, groupAppointmentsOf(seats, idFrom(personIds)))
  await send('免职 posts ended', MUTATIONS.endAppointment, endings)
  const { departments } = await client.ask<{ departments: { activityTypes: AskedType[] }[] }>(
    '{ departments { activityTypes { code name department placeKinds { code } figures { code unit integer required } } } }',
  )
  const types = departments.flatMap(({ activityTypes }) => activityTypes)
  await send('活动 activities', MUTATIONS.recordActivity, demoActivities(units, leaders, types, activities, idFrom(unitIds)))
  const checksum = await checksumOfDemo(client)
  const whole = data === DATA && people === PEOPLE && activities === ACTIVITIES
  return { checksum, ...(whole ? { expected: FULL_CHECKSUM } : {}) }
}

/** How many commands the posts of a term will take, known before its seats are. */
function countOfPosts(term: DemoTerm): number {
  const seats = openTermOf(term, () => '').input.seats.map((seat) => ({ reservedHead: null, ...seat, id: '' }))
  const made = appointmentsOf(term, seats, () => '')
  return made.length + made.filter(({ key }) => endAppointmentOf(key, '', term.from, term.until)).length
}

function idIn(entity: unknown): string {
  return (entity as { id: string }).id
}

function idsOf(answers: ReadonlyMap<string, Answer>, field: string): Map<string, string> {
  return new Map([...answers].map(([key, answer]) => [key, idIn(answer[field])]))
}

function idFrom(ids: ReadonlyMap<string, string>): (key: string) => string {
  return (key) => {
    const id = ids.get(key)
    if (!id) throw new Error(`the demo names ${key}, which was not made`)
    return id
  }
}

function seatsIn(answer: Answer | undefined): AnsweredSeat[] {
  return (answer?.['term'] as { seats: AnsweredSeat[] } | undefined)?.seats ?? []
}
