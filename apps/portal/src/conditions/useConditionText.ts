import { useMemo } from 'react'
import type { ConditionKindFragment, Lack, NoteLineFragment } from '../graph.generated'
import { useText } from '../language/useText'

/** The words of conditions, the same on every page. */
export function useConditionText() {
  const text = useText()
  return useMemo(
    () => ({
      /** 2, 50,000 元, 60 平方米, 有 */
      value: ({ measure }: Pick<ConditionKindFragment, 'measure'>, value: number) =>
        text(`conditions.value.${measure}`, { value: measure === 'MONEY' ? value / 100 : value }),
      /** 缺编制, 缺经费 … */
      lack: (lack: Lack) => text(`conditions.lack.${lack}`),
      /** What a note rests on, in a line. */
      evidence: ({ source, evidenceTitle, evidenceNumber }: NoteLineFragment) =>
        text(evidenceNumber ? 'conditions.evidenceNumbered' : 'conditions.evidence', {
          source: source.name,
          title: evidenceTitle,
          number: evidenceNumber,
        }),
    }),
    [text],
  )
}
