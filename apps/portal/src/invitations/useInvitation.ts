import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { carriedTo } from './invitations'

/**
 * The secret of an account's invitation while it can be seen: carried here by the step before, or just renewed. It is taken out of the
 * browser's history at once, so that neither a reload nor the way back shows it again.
 */
export function useInvitation(accountId: string): [string | null, (secret: string | null) => void] {
  const { state, pathname, search } = useLocation()
  const navigate = useNavigate()
  const [shown, show] = useState<{ accountId: string; secret: string | null }>()
  const carried = carriedTo(accountId, state)

  useEffect(() => {
    if (carried === null) return
    show({ accountId, secret: carried })
    void navigate(pathname + search, { replace: true, state: null, preventScrollReset: true })
  }, [carried, accountId, pathname, search, navigate])

  const secret = carried ?? (shown?.accountId === accountId ? shown.secret : null)
  return [secret, (next) => show({ accountId, secret: next })]
}
