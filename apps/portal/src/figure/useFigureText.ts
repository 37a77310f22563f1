import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { MaybeFigure } from './figures'
import { valueOf } from './figures'

/** A figure as it is read: grouped digits, 0 for zero, — for unknown, the word for not applicable. */
export function useFigureText(): (figure: MaybeFigure) => string {
  const { formatNumber, formatMessage } = useIntl()
  return useCallback(
    (figure) => {
      if (figure?.state === 'NOT_APPLICABLE') return formatMessage({ id: 'figure.notApplicable' })
      const value = valueOf(figure)
      return value === null ? '—' : formatNumber(value, { maximumFractionDigits: 1 })
    },
    [formatNumber, formatMessage],
  )
}
