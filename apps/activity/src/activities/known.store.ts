import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import type { PostHeld } from './activities.domain'

/** The collections that follow the facts of organization and membership. */
export const KNOWN = { areas: 'known_areas', units: 'known_units', posts: 'known_posts' } as const

interface KnownUnit {
  _id: string
  path: AreaCode[]
  from: LocalDate
  until: LocalDate | null
}

/** What activity knows of others: which areas and units there are, and who held which post when. */
@Injectable()
export class KnownStore {
  private readonly areas: LiveModel
  private readonly units: LiveModel
  private readonly posts: LiveModel

  constructor({ readModels }: Database) {
    const schema = () => new Schema({ _id: { type: String, required: true } }, { strict: false })
    this.areas = readModels.add(KNOWN.areas, schema())
    this.units = readModels.add(KNOWN.units, schema())
    this.posts = readModels.add(KNOWN.posts, schema())
  }

  /** Whether the area is in the list. */
  async hasArea(code: AreaCode): Promise<boolean> {
    return (await this.areas().exists({ _id: code })) !== null
  }

  /** The units of some ids, as far as they are known to be established. */
  async unitsById(ids: readonly string[]): Promise<Map<string, KnownUnit>> {
    const units = await this.units()
      .find({ _id: { $in: [...ids] }, from: { $exists: true } })
      .lean<KnownUnit[]>()
    return new Map(units.map((unit) => [unit._id, { ...unit, until: unit.until ?? null }]))
  }

  /** A post that somebody holds or held, with where its unit lies; null when the appointment is unknown. */
  async post(appointmentId: string): Promise<PostHeld | null> {
    const post = await this.posts().findOne({ _id: appointmentId }).lean<Omit<PostHeld, 'path'>>()
    if (!post) return null
    const units = await this.unitsById([post.unitId])
    return { ...post, appointmentId, path: units.get(post.unitId)?.path ?? [] }
  }
}
