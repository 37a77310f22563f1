import { createHash } from 'node:crypto'

/** For each topic, without prefix, the next offset of each of its partitions: all before it has been seen. */
export type Offsets = ReadonlyMap<string, number[]>

/** The same partitions with other offsets. */
export function mapOffsets(offsets: Offsets, change: (offset: number, topic: string, partition: number) => number): Offsets {
  return new Map(
    [...offsets].map(([topic, partitions]) => [topic, partitions.map((offset, partition) => change(offset, topic, partition))]),
  )
}

/** The offsets of these topics alone, none where a topic is not known. */
export function ofTopics(offsets: Offsets, topics: readonly string[]): Offsets {
  return new Map(topics.map((topic) => [topic, offsets.get(topic) ?? []]))
}

/** Whether topics have as many partitions as `ends` says, and no offset lies beyond its end. */
export function isWithin(offsets: Offsets, ends: Offsets): boolean {
  return [...offsets].every(([topic, partitions]) => {
    const end = ends.get(topic) ?? []
    return partitions.length === end.length && partitions.every((offset, partition) => offset <= (end[partition] ?? 0))
  })
}

const VERSION = 1
const TAG_BYTES = 3

/**
 * A position as subscribers keep it: opaque text that says, for every topic followed, how far they have come.
 * A topic is named by the first bytes of its hash and an offset by seven bits a byte, so seven topics of twelve partitions take some 200 characters.
 */
export function encodePosition(offsets: Offsets): string {
  const bytes: number[] = [VERSION]
  for (const [topic, partitions] of offsets) {
    bytes.push(...tagOf(topic))
    for (const number of [partitions.length, ...partitions]) pushNumber(bytes, number)
  }
  return Buffer.from(bytes).toString('base64url')
}

/** The offsets that a position names, of these topics only; undefined when it is no position. */
export function decodePosition(text: string, topics: readonly string[]): Offsets | undefined {
  if (!/^[\w-]{2,4000}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  if (bytes[0] !== VERSION) return undefined
  const byTag = new Map(topics.map((topic) => [tagOf(topic).toString('hex'), topic]))
  const offsets = new Map<string, number[]>()
  const cursor = { bytes, at: 1 }
  while (cursor.at < bytes.length) {
    const topic = byTag.get(bytes.toString('hex', cursor.at, (cursor.at += TAG_BYTES)))
    const partitions = numbersAt(cursor)
    if (!partitions) return undefined
    if (topic) offsets.set(topic, partitions)
  }
  return offsets
}

const tags = new Map<string, Buffer>()

function tagOf(topic: string): Buffer {
  const known = tags.get(topic) ?? createHash('sha256').update(topic).digest().subarray(0, TAG_BYTES)
  tags.set(topic, known)
  return known
}

function pushNumber(bytes: number[], number: number): void {
  let rest = number
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

interface Cursor {
  bytes: Buffer
  at: number
}

/** A count and as many numbers, or undefined where the bytes end before. */
function numbersAt(cursor: Cursor): number[] | undefined {
  const count = numberAt(cursor)
  if (count === undefined || count > cursor.bytes.length) return undefined
  const numbers = Array.from({ length: count }, () => numberAt(cursor))
  return numbers.every((number) => number !== undefined) ? numbers : undefined
}

function numberAt(cursor: Cursor): number | undefined {
  let number = 0
  for (let weight = 1; weight <= Number.MAX_SAFE_INTEGER; weight *= 128) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) return undefined
    number += (byte % 128) * weight
    if (byte < 128) return Number.isSafeInteger(number) ? number : undefined
  }
  return undefined
}
