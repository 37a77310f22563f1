import { Chance, commandId } from './chance'
import { DEMO_TODAY, type DemoUnit } from './network'

/** A condition of a unit of the demo, as its survey found it. */
export interface DemoCondition {
  unit: DemoUnit
  kind: string
  value: number
  from: string
  source: string
  evidenceTitle: string
}

/** What is noted of units of a type: how likely each kind was looked at, how likely it is lacking, and how much there is elsewhere. */
type Looked = readonly [kind: string, known: number, lacking: number, least: number, most: number]

const SURVEYED: Readonly<Record<string, readonly Looked[]>> = {
  COUNTY: [
    ['posts', 1, 0, 6, 15],
    ['funds', 1, 0, 50, 300],
    ['premises', 1, 0, 120, 600],
    ['full-time-staff', 1, 0, 5, 14],
    ['workers-homes', 0.8, 0.1, 2, 12],
  ],
  TOWN: [
    ['posts', 0.75, 0.6, 1, 2],
    ['funds', 0.65, 0.4, 1, 12],
    ['premises', 0.8, 0.25, 15, 90],
    ['full-time-staff', 0.7, 0.55, 1, 3],
    ['workers-homes', 0.4, 0.4, 1, 3],
    ['e-stations', 0.5, 0.2, 1, 4],
  ],
  VILLAGE: [
    ['premises', 0.2, 0.3, 10, 60],
    ['popularisation-station', 0.25, 0.3, 1, 1],
    ['popularisation-board', 0.25, 0.1, 1, 1],
    ['popularisation-person', 0.25, 0.2, 1, 1],
  ],
}
const SURVEY_DAY = '2024-03-01'
const BUDGET_DAY = '2026-01-01'
/** Funds are drawn in ten thousand yuan, 100 fen each. */
const FEN_IN_TEN_THOUSAND = 1_000_000

/**
 * What the survey of 2024 and the budgets of 2026 found of associations of counties, towns and villages, and what a town noted when it changed.
 * Much was not looked at and stays unknown.
 */
export function demoConditions(units: readonly DemoUnit[]): DemoCondition[] {
  return units.flatMap((unit) =>
    (SURVEYED[unit.type] ?? []).flatMap(([kind, known, lacking, least, most]) => {
      const chance = new Chance(`condition/${kind}/${unit.key}`)
      if (!chance.happens(known)) return []
      const value = chance.happens(lacking) ? 0 : chance.whole(least, most) * (kind === 'funds' ? FEN_IN_TEN_THOUSAND : 1)
      if (kind === 'funds')
        return [{ unit, kind, value, from: later(BUDGET_DAY, unit), source: 'budget-paper', evidenceTitle: '2026年部门预算' }]
      const found = { unit, kind, value, from: later(SURVEY_DAY, unit), source: 'survey', evidenceTitle: '基层组织摸底调查表' }
      if (unit.type !== 'TOWN' || value > 0 || !chance.happens(0.3)) return [found]
      const changed = { value: least, from: chance.day(later('2025-01-01', unit), DEMO_TODAY), source: 'visit', evidenceTitle: '走访记录' }
      return changed.from > found.from ? [found, { ...found, ...changed }] : [found]
    }),
  )
}

/** The day, or the first of the unit where that is later. */
function later(day: string, { from }: DemoUnit): string {
  return day < from ? from : day
}

/** The command that notes a condition. */
export function noteConditionOf({ unit, ...noted }: DemoCondition, unitIdOf: (key: string) => string) {
  const key = `${unit.key}/${noted.kind}/${noted.from}`
  return { key, commandId: commandId('noteCondition', key), input: { unitId: unitIdOf(unit.key), ...noted } }
}
