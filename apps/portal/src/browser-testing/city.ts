import { setTimeout as wait } from 'node:timers/promises'
import { afterChanges, command } from './commands'
import type { OpenPortal } from './portal'

/** A city small enough to be read: two counties, three towns and a zone, four villages and a placeholder row. */
const AREAS = `code,name,level,parent_code,kind,flag
320200,无锡市,city,,,
320211,滨湖区,county,320200,,
320281,江阴市,county,320200,,
320211001,河埒街道,town,320211,subdistrict,
320281111,顾山镇,town,320281,town,
320281112,云亭街道,town,320281,subdistrict,
320281400,临港经济开发区,town,320281,quasi,
320211001001,水秀社区,village,320211001,community,
320211001002,惠河社区,village,320211001,community,
320281111201,红豆村,village,320281111,village,
320281111202,古塘村,village,320281111,village,
320281400498,开发区虚拟社区,village,320281400,quasi-community,placeholder
`

/** Asks the graph as the reader who is signed in, again as long as the answer says that it lags behind the test's own commands. */
export async function ask<Answer>(portal: OpenPortal, query: string, variables: object = {}): Promise<Answer> {
  for (;;) {
    const answer = await portal.context.request.post('/graphql', { data: { query, variables }, headers: afterChanges(portal) })
    const { data, errors, extensions } = (await answer.json()) as Asked<Answer>
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
    if (!extensions?.stale) return data
  }
}

interface Asked<Answer> {
  data: Answer
  errors?: { message: string }[]
  extensions?: { stale?: boolean }
}

/** Puts the small city's areas into the list. */
export async function loadAreas(portal: OpenPortal): Promise<void> {
  await importAreas(portal, AREAS)
}

/** Puts a list of areas in, and waits until the figures count them all. */
export async function importAreas(portal: OpenPortal, csv: string): Promise<void> {
  const answer = await portal.context.request.post('/files/organization/areas', { data: csv, headers: { 'content-type': 'text/csv' } })
  if (!answer.ok()) throw new Error(`The import of areas answered ${answer.status()}: ${await answer.text()}`)
  for (;;) {
    const { areaTree } = await ask<{ areaTree: CountedArea[] }>(portal, '{ areaTree { placeholder coverageState } }')
    if (areaTree.every(({ placeholder, coverageState }) => placeholder || coverageState)) return
    await wait(50)
  }
}

interface CountedArea {
  placeholder: boolean
  coverageState: string | null
}

/** Founds an association in an area; answers its id. */
export async function establish(portal: OpenPortal, name: string, type: string, areaCode: string, from: string): Promise<string> {
  const { unit } = await command<{ unit: { id: string } }>(portal, 'establishUnit', { name, type, areaCode, from }, 'unit { id }')
  return unit.id
}
