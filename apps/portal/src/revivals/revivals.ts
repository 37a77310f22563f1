import type { ChangePreviewFragment } from '../graph.generated'

/** The names of the units of a preview that cover areas which one of them would cover again. */
export function othersThere(units: ChangePreviewFragment['units'], id: string): string[] {
  const again = units.find(({ unit }) => unit.id === id)?.coversAfter.map(({ code }) => code) ?? []
  return units.filter(({ unit, covers }) => unit.id !== id && covers.some(({ code }) => again.includes(code))).map(({ unit }) => unit.name)
}
