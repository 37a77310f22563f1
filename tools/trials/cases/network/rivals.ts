import { codeOf, change, familyOf, PAPER, unitIn } from './commands'
import type { Rig } from '../../rig/rig'
import type { Answer } from '../../rig/send'

/** So that a short run too has some in which all connections are open. */
const LEAST_ROUNDS = 5
const FIRMS = 6

const accepted = (answers: readonly Answer[]) => answers.filter((answer) => unitIn(answer) !== undefined).length

/** A town association of its own, with firms' associations below another one. */
export async function establish(rig: Rig, input: Record<string, unknown>): Promise<string> {
  const answer = await change(rig, { name: 'establishUnit', input: { from: '2019-01-01', ...input } })
  const id = unitIn(answer)
  if (!id) throw new Error(`establishUnit ${JSON.stringify(input)}: ${codeOf(answer)}`)
  return id
}

/** Changes that cross: of each pair at most one is accepted, and what can be told to be wrong alone is refused as such. */
export async function rivals(rig: Rig): Promise<string[]> {
  const findings: string[] = []
  for (let round = 0; round < Math.max(rig.options.faults, LEAST_ROUNDS); round++) {
    findings.push(...(await crossingMoves(rig)))
    findings.push(...(await crossingMergers(rig)))
    findings.push(...(await underWhatEnds(rig)))
  }
  return findings
}

/** A under B while B comes under A, and what stands above under what stands below it: no type may hold a type that may hold it. */
async function crossingMoves(rig: Rig): Promise<string[]> {
  const [above = '', other = ''] = rig.city.units
  const firm = await establish(rig, { name: '甲企业科协', type: 'ENTERPRISE', parentId: above })
  const move = (unitId: string, parentId: string) =>
    change(rig, { name: 'moveUnit', input: { unitId, parentId, on: '2020-01-01', paper: PAPER } })
  const answers = await Promise.all([move(above, other), move(other, above), move(above, firm), move(firm, firm)])
  const told = answers.map(familyOf)
  return told.every((family) => family === 'BAD_USER_INPUT') ? [] : [`moves in a circle were answered by ${told.join()}`]
}

/** One unit taken in by two others, and two that take each other in, at the same moment. */
async function crossingMergers(rig: Rig): Promise<string[]> {
  const areaCode = rig.chance.one(rig.city.towns)
  const [one, two, third] = [await town(rig, areaCode), await town(rig, areaCode), await town(rig, areaCode)]
  const merge = (unitId: string, predecessorId: string) =>
    change(rig, { name: 'mergeUnits', input: { unitId, predecessorIds: [predecessorId], on: '2020-01-01', paper: PAPER } })
  const findings: string[] = []
  const shared = await Promise.all([merge(one, third), merge(two, third)])
  if (accepted(shared) !== 1) findings.push(`one unit taken in by two: ${accepted(shared)} were accepted`)
  const mutual = await Promise.all([merge(one, two), merge(two, one)])
  if (accepted(mutual) !== 1) findings.push(`two that take each other in: ${accepted(mutual)} were accepted`)
  return findings
}

/** Several units come under one that is dissolved at the same moment: it stands without them, or they stay where they were. */
async function underWhatEnds(rig: Rig): Promise<string[]> {
  const ending = await town(rig, rig.chance.one(rig.city.towns))
  const [above] = rig.city.units
  const firm = () => establish(rig, { name: '乙企业科协', type: 'ENTERPRISE', parentId: above })
  const firms = await Promise.all(Array.from({ length: FIRMS }, firm))
  const dissolve = change(rig, { name: 'dissolveUnit', input: { unitId: ending, on: '2021-01-01', reason: '撤销' } })
  const moves = firms.map((unitId) =>
    change(rig, { name: 'moveUnit', input: { unitId, parentId: ending, on: '2020-01-01', paper: PAPER } }),
  )
  const [ended, ...moved] = await Promise.all([dissolve, ...moves])
  return accepted([ended]) === 1 && accepted(moved) > 0 ? [`${accepted(moved)} units came under one that ended`] : []
}

const town = (rig: Rig, areaCode: string) => establish(rig, { name: '某街道科协', type: 'TOWN', areaCode })
