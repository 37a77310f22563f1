import { useMemo } from 'react'
import { momentOf } from '../date/instants'
import type { AccountRowFragment } from '../graph.generated'
import { useGrantWords } from '../grants/useGrantWords'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { grantsHeld, invitationOf } from './accounts'

/** Accounts in words. */
export function useAccountWords() {
  const text = useText()
  const words = useWords()
  const grants = useGrantWords()
  return useMemo(
    () => ({
      /** 已邀请, 使用中, 已停用 */
      state: ({ state }: Pick<AccountRowFragment, 'state'>) => text(`accounts.state.${state}`),
      /** Roles with their jurisdictions that hold on the day looked at, those of seats marked; null: none. */
      grants: (account: AccountRowFragment) => {
        const held = grantsHeld(account).map(({ grant, bySeat }) =>
          bySeat ? text('accounts.bySeat', { grant: grants.grant(grant) }) : grants.grant(grant),
        )
        return words.list(held) || null
      },
      /** Until when the invitation can be accepted, or that it cannot any more; null: none is open. */
      invitation: (account: AccountRowFragment) => {
        const until = invitationOf(account)
        return until === 'EXPIRED' ? text('accounts.expired') : until && momentOf(until)
      },
    }),
    [text, words, grants],
  )
}
