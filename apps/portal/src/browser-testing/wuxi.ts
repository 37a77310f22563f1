import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importAreas } from './city'
import { command } from './commands'
import type { OpenPortal } from './portal'

/** The day of the notice: from here on the pilot units are in force. */
export const NOTICE_DAY = '2018-06-11'

const listed = (file: string) => readFileSync(join(__dirname, '../../../../tools/demo/data', file), 'utf8')

/** What kind of unit a pilot category is. */
const TYPES: Partial<Record<string, string>> = {
  county: 'COUNTY',
  district: 'COUNTY',
  town: 'TOWN',
  subdistrict: 'TOWN',
  enterprise: 'ENTERPRISE',
  school: 'SCHOOL',
  hospital: 'HOSPITAL',
  village: 'GROUP',
  community: 'VILLAGE',
  development_zone: 'PARK',
  park: 'PARK',
  farmers_association: 'RTA',
}

/** Puts all 1,350 areas of the city into the list. */
export async function loadWuxi(portal: OpenPortal): Promise<void> {
  await importAreas(portal, listed('wuxi-areas.csv'))
}

/** Establishes the 23 units of the notice on its day and makes them pilots; answers their ids by name. */
export async function establishPilots(portal: OpenPortal): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const line of listed('pilot-units.csv').trim().split('\n').slice(1)) {
    const [category = '', name = '', areaCode = ''] = line.split(',')
    const input = { name, type: TYPES[category], areaCode: areaCode || null, from: NOTICE_DAY }
    const { unit } = await command<{ unit: { id: string } }>(portal, 'establishUnit', input, 'unit { id }')
    const designation = { unitId: unit.id, category: category.replace('_', '-'), from: NOTICE_DAY, paper: '锡科协发〔2018〕61号' }
    await command(portal, 'designatePilot', designation, 'pilot { id }')
    ids.set(name, unit.id)
  }
  return ids
}
