import { apps } from '@sizhang/engines'
import { logEnds, readLog } from '@sizhang/messaging'
import type { Stack } from '@sizhang/testing'
import mongoose from 'mongoose'
import { onInstallation } from '../installation'
import type { OpsSettings } from '../settings'

/** All that an installation holds, as text by place: each collection of each service, each topic with keys and headers, each app's log. */
export function dumpOf(stack: Stack, settings: OpsSettings): Promise<Map<string, string>> {
  return onInstallation(settings, async ({ asked, databases }) => {
    const texts = new Map<string, string>()
    for (const [service, database] of Object.entries(databases))
      for (const { name } of await database.listCollections())
        texts.set(`${service}.${name}`, mongoose.mongo.BSON.EJSON.stringify(await database.collection(name).find().toArray()))
    for (const [topic, to] of await logEnds(asked)) {
      const records: string[] = []
      await readLog({ ...asked, topic, to }, ({ key, value, headers }) => {
        records.push([key, value, ...Object.entries(headers).flat()].map(String).join('\t'))
      })
      texts.set(`topic ${topic}`, records.join('\n'))
    }
    for (const app of apps) texts.set(`log of ${app}`, stack.logs(app))
    return texts
  })
}

/** Where one of the values stands, as it is or in base64. */
export function placesOf(values: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const forms = values.flatMap((value) => [value, Buffer.from(value).toString('base64').replace(/=+$/, '')])
  return [...texts].filter(([, text]) => forms.some((form) => text.includes(form))).map(([place]) => place)
}
