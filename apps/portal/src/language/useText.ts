import type { ReactNode } from 'react'
import { useCallback } from 'react'
import { useIntl } from 'react-intl'

/** What is put into a text in place of its `{names}`. */
export type TextValues = Record<string, string | number | boolean | Date | null | undefined>

/** `text('today.title', { covered: 5 })`: a text of the reader's language as a string. */
export function useText(): (key: string, values?: TextValues) => string {
  const { formatMessage } = useIntl()
  return useCallback((key, values) => formatMessage({ id: key }, values), [formatMessage])
}

/** The same with elements inside, such as a figure that leads to its records. */
export function useRichText(): (key: string, values: Record<string, ReactNode>) => ReactNode {
  const { formatMessage } = useIntl()
  return useCallback((key, values) => formatMessage({ id: key }, values), [formatMessage])
}
