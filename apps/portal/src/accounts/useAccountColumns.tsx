import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { AccountRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useAccountWords } from './useAccountWords'

/** What the list says of an account. */
export function useAccountColumns(): Column<AccountRowFragment>[] {
  const text = useText()
  const words = useAccountWords()
  return useMemo(
    () => [
      {
        key: 'name',
        title: text('accounts.column.name'),
        value: ({ name }) => name,
        show: ({ id, name }) => <PageLink to={`/accounts/${id}`}>{name}</PageLink>,
        width: 180,
      },
      { key: 'holder', title: text('accounts.column.holder'), value: ({ holder }) => holder, width: 220 },
      { key: 'state', title: text('accounts.column.state'), value: words.state, filter: true, width: 110 },
      { key: 'grants', title: text('accounts.column.grants'), value: words.grants, width: 420 },
      { key: 'invitation', title: text('accounts.column.invitation'), value: words.invitation, width: 160 },
    ],
    [text, words],
  )
}
