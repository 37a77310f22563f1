import { Injectable } from '@nestjs/common'

/** A place in an aggregate's sequence: what a mutation answers, and what a later request sends back. */
export interface Mark {
  topic: string
  id: string
  seq: number
}

/** The mark as text; opaque to clients. */
export function markText(mark: Mark): string {
  return Buffer.from(`${mark.topic} ${mark.id} ${mark.seq}`).toString('base64url')
}

/** Reads a mark; undefined for anything else, which is ignored: a mark is a wish, not a right. */
export function readMark(text: string): Mark | undefined {
  const [topic, id, seq] = Buffer.from(text, 'base64url').toString().split(' ')
  const number = Number(seq)
  return topic && id && Number.isSafeInteger(number) ? { topic, id, seq: number } : undefined
}

/** What knows how far this service has followed others' topics. */
export interface Followed {
  follows(topic: string): boolean
  waitFor(marks: Mark[], milliseconds: number): Promise<boolean>
}

const LONGEST_WAIT = 500
const MOST_MARKS = 50

/** Lets a request wait until this service has applied the caller's own writes elsewhere (`sizhang-after`). */
@Injectable()
export class Marks {
  private followed: Followed | undefined

  /** Names what follows Kafka in this service; a service that follows nothing names nothing. */
  follow(followed: Followed): void {
    this.followed = followed
  }

  /** Whether the marks of followed topics are applied, after waiting up to half a second. */
  async seen(texts: string[]): Promise<boolean> {
    const { followed } = this
    if (!followed) return true
    const marks = texts
      .slice(0, MOST_MARKS)
      .map(readMark)
      .filter((mark) => mark !== undefined && followed.follows(mark.topic)) as Mark[]
    return marks.length === 0 || (await followed.waitFor(marks, LONGEST_WAIT))
  }
}
