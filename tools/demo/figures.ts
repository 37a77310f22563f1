import { createHash } from 'node:crypto'
import type { GraphClient } from './graph-client'
import { DEMO_TODAY, NOTICE_DAY } from './network'

/** The checksum that the figures of the whole demo city have. A change of the demo, or of how a figure is counted, changes it on purpose. */
export const FULL_CHECKSUM = '7b46c7124feb646f'

/** A checksum of the demo's figures: the notice's day, the demo's today, entry of the heads, and the work of three years. */
export async function checksumOfDemo(client: GraphClient): Promise<string> {
  const coverage = (on: string) =>
    ['COUNTY', 'TOWN', 'VILLAGE'].map(
      (level) =>
        `${level}_${on.replaceAll('-', '')}: coverage(level: ${level}, on: "${on}") { total { value } covered { value } functioning { value } zones { value } }`,
    )
  await client.askSettled('{ work { activities { value } } }')
  const figures = await client.ask(`{
    ${[...coverage(NOTICE_DAY), ...coverage(DEMO_TODAY)].join('\n')}
    headsEntry(level: TOWN, on: "${DEMO_TODAY}") { bodies { value } fullHouse { value } persons { value } byHead { head { code } bodies { value } } }
    work(from: "2023-07-01", until: "2026-07-01") { activities { value } personTimes { value } ledByHeads { value } byDepartment { department activities personTimes } }
  }`)
  return createHash('sha256').update(JSON.stringify(figures)).digest('hex').slice(0, 16)
}
