import { Chance, commandId } from './chance'
import { DEMO_TODAY, NOTICE_DAY, NOTICE_PAPER, type DemoUnit } from './network'

/** A category of pilots, as the graph answers. */
export interface AskedCategory {
  code: string
  tasks: { code: string }[]
}

const NEXT_STEPS = ['召开现场推进会', '补充名单并报市科协', '走访联系部门商定分工', '整理典型案例', '开展一次集中培训']

/** The command that makes a unit of the notice's list a pilot, from the notice's day on. */
export function designatePilotOf({ key, pilot = '' }: DemoUnit, idOf: (key: string) => string) {
  const input = { unitId: idOf(key), category: categoryOf(pilot), from: NOTICE_DAY, paper: NOTICE_PAPER }
  return { key, commandId: commandId('designatePilot', key), input }
}

/** The commands that say where a pilot is with its tasks: most are done, some are under way with a next step, some were never begun. */
export function recordPilotTasksOf({ key, pilot = '' }: DemoUnit, categories: readonly AskedCategory[], idOf: (key: string) => string) {
  const tasks = categories.find(({ code }) => code === categoryOf(pilot))?.tasks ?? []
  return tasks.flatMap(({ code: task }) => {
    const chance = new Chance(`pilot-task/${key}/${task}`)
    const command = (state: string, on: string, next: object = {}) => ({
      key: `${key}/${task}/${on}`,
      commandId: commandId('recordPilotTask', key, task, on),
      input: { pilotId: idOf(key), task, state, on, ...next },
    })
    if (chance.happens(0.15)) return []
    const begun = command('UNDER_WAY', chance.day('2018-07-01', '2019-06-30'), { nextStep: chance.one(NEXT_STEPS) })
    if (chance.happens(0.6)) return [begun, command('DONE', chance.day('2019-07-01', '2025-12-31'))]
    const nextStepBy = chance.day('2026-03-01', '2026-12-31')
    return [begun, command('UNDER_WAY', chance.day('2026-01-01', DEMO_TODAY), { nextStep: chance.one(NEXT_STEPS), nextStepBy })]
  })
}

/** A category as the catalogue has it: the list of 2018 writes `development_zone`. */
function categoryOf(listed: string): string {
  return listed.replaceAll('_', '-')
}
