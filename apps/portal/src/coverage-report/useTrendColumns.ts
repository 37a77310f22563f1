import { useMemo } from 'react'
import type { Level } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import type { Month } from './coverage-report'

const measures = ['covered', 'functioning', 'total'] as const

/** For each level what is covered, what functions and how many areas there are, at each month-end. */
export function useTrendColumns(levels: readonly Level[]): Column<Month>[] {
  const text = useText()
  const words = useWords()
  const shown = levels.join()
  return useMemo(
    () => [
      { key: 'on', title: text('coverageReport.monthEnd'), value: ({ on }) => on, width: 130 },
      ...(['COUNTY', 'TOWN', 'VILLAGE'] as const)
        .filter((level) => shown.split(',').includes(level))
        .flatMap((level) =>
          measures.map((measure): Column<Month> => ({
            key: `${level}-${measure}`,
            title: `${words.level(level)} ${text(`coverageReport.${measure}`)}`,
            value: ({ points }) => points[level]?.[measure],
            numeric: true,
            extra: measure === 'total',
            width: 150,
          })),
        ),
    ],
    [text, words, shown],
  )
}
