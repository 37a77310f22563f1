import { useCallback } from 'react'
import type { MaybeFigure } from './figures'
import { useFigureText } from './useFigureText'

/** A rate as it is read: with its per-cent sign where it is known. */
export function useRateText(): (rate: MaybeFigure) => string {
  const figureText = useFigureText()
  return useCallback((rate) => `${figureText(rate)}${rate?.state === 'KNOWN' ? '%' : ''}`, [figureText])
}
