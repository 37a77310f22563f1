import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBodyOf, openTermOf, termsOf } from './bodies'
import { GraphClient, type Answer, type DemoCommand, type DemoMutation } from './graph-client'
import { DEMO_TODAY, demoUnits, establishUnitOf, linesOf, NOTICE_DAY, type AreaLine } from './network'
import {
  appointmentsOf,
  demoEmployers,
  demoPeople,
  endAppointmentOf,
  registerEmployerOf,
  registerPersonOf,
  type AnsweredSeat,
} from './people'
import { demoActivities, type AskedType, type DemoLeader } from './work'

/** How a load is going: commands carried out, of how many, and what is being loaded. */
interface DemoProgress {
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

const MUTATIONS = {
  registerEmployer: { name: 'registerEmployer', inputType: 'RegisterEmployerInput', answer: 'employer { id }' },
  establishUnit: { name: 'establishUnit', inputType: 'EstablishUnitInput', answer: 'unit { id }' },
  openBody: { name: 'openBody', inputType: 'OpenBodyInput', answer: 'body { id }' },
  openTerm: { name: 'openTerm', inputType: 'OpenTermInput', answer: 'term { seats { id rank places reservedHead title } }' },
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
  people = 2_000,
  activities = 3_000,
  ...options
}: DemoOptions): Promise<void> {
  const data = options.data ?? 'tools/demo/data'
  const areasCsv = await readFile(join(data, 'wuxi-areas.csv'), 'utf8')
  const areas = linesOf<AreaLine>(areasCsv)
  const units = demoUnits(areas, linesOf(await readFile(join(data, 'pilot-units.csv'), 'utf8')))
  const terms = units.filter(({ type }) => type !== 'GROUP').flatMap(termsOf)
  const employers = demoEmployers(areas)
  const persons = demoPeople(areas, terms, people)
  const client = new GraphClient(gateway, authorization)
  const progress = {
    done: 0,
    total: areas.length + units.length * 2 + terms.length * 3 + employers.length + persons.length + activities,
    what: '',
  }
  const send = async (what: string, mutation: DemoMutation, commands: readonly DemoCommand[]) => {
    progress.what = what
    return client.send(mutation, commands, (count) => {
      progress.done = Math.min(progress.done + count, progress.total)
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
  const withBody = units.filter(({ type }) => type !== 'GROUP')
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
  const employerIds = idsOf(employed, 'employer')
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
  await send('免职 posts ended', MUTATIONS.endAppointment, endings)
  const { departments } = await client.ask<{ departments: { activityTypes: AskedType[] }[] }>(
    '{ departments { activityTypes { code name department placeKinds { code } figures { code unit integer required } } } }',
  )
  const types = departments.flatMap(({ activityTypes }) => activityTypes)
  await send('活动 activities', MUTATIONS.recordActivity, demoActivities(units, leaders, types, activities, idFrom(unitIds)))
  onProgress({ ...progress, done: progress.total, what: `完成 done 校验 checksum ${await checksumOfDemo(client)}` })
}

/** A checksum of the demo's figures: the notice's day, the demo's today, entry of the heads, and the work of three years. */
async function checksumOfDemo(client: GraphClient): Promise<string> {
  const coverage = (on: string) =>
    ['COUNTY', 'TOWN', 'VILLAGE'].map(
      (level) =>
        `${level}_${on.replaceAll('-', '')}: coverage(level: ${level}, on: "${on}") { total { value } covered { value } functioning { value } zones { value } }`,
    )
  const figures = await client.ask(`{
    ${[...coverage(NOTICE_DAY), ...coverage(DEMO_TODAY)].join('\n')}
    headsEntry(level: TOWN, on: "${DEMO_TODAY}") { bodies { value } fullHouse { value } persons { value } byHead { head { code } bodies { value } } }
    work(from: "2023-07-01", until: "2026-07-01") { activities { value } personTimes { value } ledByHeads { value } byDepartment { department activities personTimes } }
  }`)
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 16)
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
