import type { LocalDate } from '@sizhang/contracts'
import type { Language } from '@sizhang/service-kit'
import { MODE_NAMES } from '../list-import/cells.domain'
import { unitTypeOf } from '../units/unit-types.domain'
import type { FreshUnit } from './unit-list.domain'

/** A unit that an import would establish, in the reader's words. */
export interface PreviewedUnit {
  line: number
  name: string
  type: string
  area: string
  alsoCovers: string
  parent: string
  mode: string
  host: string
  from: LocalDate
}

/** What of a row is shown before it is kept. */
export function rowOfPreview({ line, unit, command, written }: FreshUnit, language: Language): PreviewedUnit {
  return {
    line,
    name: unit.name,
    type: unitTypeOf(unit.unitType)?.[language] ?? unit.unitType,
    area: unit.areaCode ?? '',
    alsoCovers: (command.alsoCovers ?? []).join('、'),
    ...written,
    mode: language === 'zh' ? MODE_NAMES[unit.mode] : unit.mode,
    from: unit.from,
  }
}
