import { Chance, commandId } from './chance'
import type { AreaLine, DemoUnit } from './network'
import { TOWN_FIRMS } from './people'

/** How far a founding of the demo has come, and how it went on. */
const STAGES = ['BEGUN', 'APPLIED', 'REVIEWED', 'RETURNED', 'REVIEWED', 'WITHDRAWN'] as const

/** A firms' association that is about to be founded. */
export interface DemoFounding {
  key: string
  areaCode: string
  name: string
  stage: (typeof STAGES)[number]
  /** The year and month in which it was begun. */
  begun: string
}

/** Towns that have an association, but none of firms, found one now: one town for each stage. None of them counts in a figure: no unit stands yet. */
export function demoFoundings(areas: readonly AreaLine[], units: readonly DemoUnit[]): DemoFounding[] {
  const known = new Set(units.map(({ key }) => key))
  const served = new Set(units.filter(({ type }) => type === 'TOWN').map(({ areaCode }) => areaCode))
  const towns = areas.filter(
    ({ code, level, kind }) => level === 'town' && kind !== 'quasi' && served.has(code) && !known.has(`firms/${code}`),
  )
  const apart = Math.max(1, Math.floor(towns.length / STAGES.length))
  const chosen = towns.filter((_, place) => place % apart === 0)
  return STAGES.flatMap((stage, place) => {
    const town = chosen[place]
    if (!town) return []
    const begun = `2026-0${new Chance(`founding/${town.code}`).whole(1, 3)}`
    return [{ key: `founding/${town.code}`, areaCode: town.code, name: `${town.name}企业科协`, stage, begun }]
  })
}

/** The command that begins a founding. */
export function beginFoundingOf({ key, areaCode, name, begun }: DemoFounding) {
  const input = { name, type: 'ENTERPRISE', areaCode, mode: 'JOINT_BY_AREA', paper: `${name}筹备组会议纪要`, on: `${begun}-05` }
  return { key, commandId: commandId('beginFounding', key), input }
}

/** What follows on the beginning of foundings, by mutation, in the order of the steps. */
export function foundingStepsOf(
  foundings: readonly DemoFounding[],
  foundingIdOf: (key: string) => string,
  employerIdOf: (key: string) => string,
) {
  const command = (name: string, { key }: DemoFounding, input: object) => ({
    key: `${key}/${name}`,
    commandId: commandId(name, key),
    input: { foundingId: foundingIdOf(key), ...input },
  })
  const from = (...stages: DemoFounding['stage'][]) => foundings.filter(({ stage }) => stages.includes(stage))
  const members = (areaCode: string) => TOWN_FIRMS.map(([firm]) => ({ kind: 'EMPLOYER', id: employerIdOf(`${firm}/${areaCode}`) }))
  const papers = ['application-form', 'rules-draft', 'member-list'].map((code) => ({ code, title: '成立材料' }))
  const further = from('APPLIED', 'REVIEWED', 'RETURNED')
  return {
    addFoundingMembers: [...further, ...from('WITHDRAWN')].map((each) =>
      command('addFoundingMembers', each, { members: members(each.areaCode) }),
    ),
    draftFoundingRules: further.map((each) =>
      command('draftFoundingRules', each, { on: `${each.begun}-12`, paper: `${each.name}章程（草案）` }),
    ),
    applyForFounding: further.map((each) =>
      command('applyForFounding', each, { on: `${each.begun}-20`, paper: `关于成立${each.name}的请示`, papers }),
    ),
    reviewFounding: from('REVIEWED', 'RETURNED').map((each) =>
      command('reviewFounding', each, {
        on: `${each.begun}-26`,
        ...(each.stage === 'RETURNED' ? { returnedBecause: '会员名单与登记的单位不一致，请核对后重报' } : { paper: '同意，报县级科协' }),
      }),
    ),
    withdrawFounding: from('WITHDRAWN').map((each) =>
      command('withdrawFounding', each, { on: `${each.begun}-28`, reason: '改为由园区科协统一组建' }),
    ),
  }
}
