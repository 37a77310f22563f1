import type { EstablishUnitInput, EstablishUnitPageQuery, FormationMode, FoundingAreaQuery } from '../graph.generated'

export type UnitType = EstablishUnitPageQuery['unitTypes'][number]
export type FoundingArea = NonNullable<FoundingAreaQuery['area']>

/** What is filled in to establish a unit. Null: not filled in; the suggestion stands where there is one. */
export interface Founding {
  type: string | null
  areaCode: string | null
  name: string | null
  mode: FormationMode
  alsoCovers: string[]
  hostId: string | null
  /** Undefined: as suggested; null: deliberately none. */
  parentId: string | null | undefined
  from: string | null
}

/** The type that serves the level of an area, such as TOWN for a street. */
export function typeFor(area: FoundingArea | null | undefined, types: readonly UnitType[]): UnitType | undefined {
  return types.find(({ serves }) => area && serves === area.level)
}

/** The usual name: that of the area without the word for its office, and 科协. 白塔村村民委员会: 白塔村科协. */
export function usualName({ name }: FoundingArea): string {
  const place = name
    .replace(/村?村(民委员|委)会$/, '村')
    .replace(/(社区)?居(民委员|委)会$/, '社区')
    .replace(/办事处$/, '')
  return `${place}科协`
}

/** The unit above: the nearest one on the way up that may hold this type. */
export function usualParent(area: FoundingArea | null | undefined, type: UnitType | undefined) {
  if (!area || !type) return undefined
  const above = area.path.filter(({ code }) => code !== area.code || type.serves === null).reverse()
  return above.flatMap(({ units }) => units).find((unit) => type.allowedParents.includes(unit.type.code))
}

/** The command, with what was suggested where nothing else was filled in. */
export function inputOf(founding: Founding, suggested: { type?: string; name?: string; parentId?: string }): EstablishUnitInput {
  const { areaCode, mode, alsoCovers, hostId, from } = founding
  return {
    type: founding.type ?? suggested.type ?? '',
    name: (founding.name ?? suggested.name ?? '').trim(),
    areaCode,
    mode,
    parentId: founding.parentId === undefined ? (suggested.parentId ?? null) : founding.parentId,
    from: from ?? '',
    ...(mode === 'JOINT_BY_AREA' && { alsoCovers }),
    ...(mode === 'HOSTED' && { hostId }),
  }
}
