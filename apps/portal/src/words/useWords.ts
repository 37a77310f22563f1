import { useMemo } from 'react'
import type { AreaKind, CoverageState, Level } from '../graph.generated'
import { useText } from '../language/useText'

/** The domain's words for the codes of the graph, the same on every page. */
export function useWords() {
  const text = useText()
  return useMemo(
    () => ({
      /** 县(市、区), 街道乡镇 … */
      level: (level: Level) => text(`words.level.${level}`),
      areaKind: (kind: AreaKind) => text(`words.areaKind.${kind}`),
      /** 已建, 联建、依托, 空白, 功能区 */
      coverage: (state: CoverageState) => text(`words.coverage.${state}`),
    }),
    [text],
  )
}
