import type { AreaCode, Figure, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import { behind, StoreParts, type Caller, type SortKey } from '@sizhang/service-kit'
import { Schema, type PipelineStage } from 'mongoose'
import { Projection } from '../network/projection'
import { FOUR_HEADS } from '../posts/posts.domain'
import type { WorkShare, WorkTime } from './work.domain'

/** Which activities are counted. */
export interface WorkAsked extends WorkTime {
  within: AreaCode | null
  /** The stamps of what lies within it on the last day; null: all. */
  stamps: AreaCode[] | null
  department: string | null
}

/** What an activity adds to the figures; its id is the activity's. */
interface Contribution {
  _id: string
  department: string
  activityType: string
  on: LocalDate
  month: string
  /** Every area that one of its hosts lies in, each once. */
  areas: AreaCode[]
  /** The head who led it; null: none. */
  head: string | null
  audience: number
  figures: Figure[]
  withdrawn: boolean
}

/** The activities and person-times of one area. */
interface AreaWork {
  code: AreaCode
  activities: number
  personTimes: number
}

const schema = new Schema({ _id: String, withdrawn: Boolean, areas: [String], on: String, department: String }, { strict: false })
schema.index({ withdrawn: 1, areas: 1, on: -1, _id: -1, department: 1 })
schema.index({ withdrawn: 1, on: -1, _id: -1, department: 1 })

const counted = { activities: { $sum: 1 }, personTimes: { $sum: '$audience' } }

/** The contributions of all activities; sums are made when they are asked for. */
@Injectable()
export class WorkStore extends Projection<Contribution> {
  constructor(parts: StoreParts) {
    super(parts, 'activities', schema, { areas: 'areas' })
  }

  /** Activities by department and month; each activity stands in one share. */
  shares(caller: Caller, asked: WorkAsked): Promise<WorkShare[]> {
    const ledByHeads = { $sum: { $cond: [{ $in: ['$head', FOUR_HEADS] }, 1, 0] } }
    return this.sums(caller, [
      { $match: matchOf(asked) },
      { $group: { _id: { month: '$month', department: '$department' }, ...counted, ledByHeads } },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, month: '$_id.month', department: '$_id.department', activities: 1, personTimes: 1, ledByHeads: 1 } },
    ])
  }

  /** Every recorded figure, summed, by code and unit. */
  figures(caller: Caller, asked: WorkAsked): Promise<Figure[]> {
    return this.sums(caller, [
      { $match: matchOf(asked) },
      { $unwind: '$figures' },
      { $group: { _id: { code: '$figures.code', unit: '$figures.unit' }, value: { $sum: '$figures.value' } } },
      { $sort: { _id: 1 } },
      { $project: { _id: 0, code: '$_id.code', unit: '$_id.unit', value: { $round: ['$value', 6] } } },
    ])
  }

  /** Activities by area, of some areas by the stamps that they are known by; one that touches several of them stands in each, once. */
  byArea(caller: Caller, asked: WorkAsked, stamps: readonly KnownBy[]): Promise<AreaWork[]> {
    const stages: PipelineStage[] = [
      { $match: matchOf(asked) },
      { $project: { areas: areasBehind(stamps), audience: 1 } },
      { $unwind: '$areas' },
      { $group: { _id: '$areas', ...counted } },
      { $project: { _id: 0, code: '$_id', activities: 1, personTimes: 1 } },
    ]
    return this.sums(caller, stages)
  }

  /** A page of activities, newest first. */
  list(caller: Caller, asked: WorkAsked, after: SortKey | null, limit: number): Promise<Pick<Contribution, '_id' | 'on'>[]> {
    const filter = { ...matchOf(asked), ...behind({ on: -1, _id: -1 }, after) }
    return this.rows(caller, filter, { fields: ['on'], sort: { on: -1, _id: -1 }, limit })
  }
}

function matchOf({ stamps, department, from, until }: WorkAsked): Record<string, unknown> {
  return {
    withdrawn: false,
    ...(stamps ? { areas: { $in: stamps } } : {}),
    on: { $gte: from, $lt: until },
    ...(department ? { department } : {}),
  }
}

/** An area, and a stamp by which what lies there is known. */
interface KnownBy {
  stamp: AreaCode
  code: AreaCode
}

/** The areas of an activity among some, each once: by whichever of its stamps it is known. */
function areasBehind(stamps: readonly KnownBy[]): object {
  const known = stamps.map(({ stamp }) => stamp)
  const codes = stamps.map(({ code }) => code)
  const codeOfOne = { $arrayElemAt: [codes, { $indexOfArray: [known, '$$stamp'] }] }
  return { $setUnion: [{ $map: { input: { $setIntersection: ['$areas', known] }, as: 'stamp', in: codeOfOne } }] }
}
