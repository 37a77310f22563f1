import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import { v5 as uuidv5 } from 'uuid'
import type { Papers, PaperSubject } from './papers.domain'

/** The collection that follows organization's foundings and conditions: what papers can be attached to. */
export const KNOWN_RECORDS = 'known_records'

/** Which record of what: of a founding by its number, of a unit by the id of its note. */
export interface RecordName {
  subject: PaperSubject
  subjectId: string
  record: string
}

/** What is known here of a record that papers can be attached to: which it is, and where it lies. Nothing of what it says. */
export type KnownRecord = RecordName & Pick<Papers, 'unitId' | 'path'>

/** The records that there are: a small replica of organization's facts. */
@Injectable()
export class KnownRecordsStore {
  private readonly records: LiveModel

  constructor({ readModels }: Database) {
    this.records = readModels.add(KNOWN_RECORDS, new Schema({ _id: { type: String, required: true } }))
  }

  /** One record; null when it is not known here. */
  async find(name: RecordName): Promise<KnownRecord | null> {
    const known = await this.records()
      .findOne({ _id: recordIdOf(name) })
      .lean<{ path: AreaCode[] }>()
    const { subject, subjectId, record } = name
    return known && { subject, subjectId, record, unitId: subject === 'UNIT' ? subjectId : null, path: known.path }
  }
}

/** The id of what hangs on a record. It follows from both ids, as a note's alone is only its unit's to give. */
export function recordIdOf({ subject, subjectId, record }: RecordName): string {
  return uuidv5(`${subject} ${subjectId} ${record}`, RECORDS_WITH_PAPERS)
}

/** The id of a paper: of the record and the content, so that the same file, sent again, is the same paper. */
export function paperIdOf(recordId: string, sha256: string): string {
  return uuidv5(sha256, recordId)
}

/** Namespace of the ids of records. */
const RECORDS_WITH_PAPERS = '5b0f6f5e-0d5c-5a57-9c43-6a0d7c1f8e42'
