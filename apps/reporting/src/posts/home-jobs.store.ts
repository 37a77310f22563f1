import { Injectable } from '@nestjs/common'
import { StoreParts, type Caller } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { Projection } from '../network/projection'
import { homeJobsOf, type HomeJob, type HomeJobFacts } from './posts.domain'

type KnownPerson = Partial<HomeJobFacts> & { _id: string }

/** The home jobs of all persons, as far as they make them heads; its id is the person's. */
@Injectable()
export class HomeJobsStore extends Projection<KnownPerson> {
  constructor(parts: StoreParts) {
    super(parts, 'home_jobs', new Schema({ _id: String }, { strict: false }), null)
  }

  /** The home jobs of some persons, by person. */
  async ofPersons(caller: Caller, personIds: readonly string[]): Promise<Map<string, HomeJob[]>> {
    const rows = await this.rows(caller, { _id: { $in: personIds } })
    return new Map(rows.map(({ _id, taken = {}, left = {} }) => [_id, homeJobsOf({ taken, left })]))
  }
}
