import { CopyWriter, type KafkaAsked } from '@sizhang/messaging'
import type { Taker } from './taker'

/** Gives facts into a topic of somebody's own, byte for byte. It is made with the first of them. */
export function intoTopic(asked: KafkaAsked, topic: string): Taker {
  let writer: CopyWriter | undefined
  let given = 0
  return {
    async take(record) {
      writer ??= await CopyWriter.open(asked, topic)
      await writer.put(record)
      given += 1
    },
    async end() {
      await writer?.close()
      return { given, reasons: [] }
    },
    async breakOff() {
      await writer?.disconnect()
    },
  }
}
