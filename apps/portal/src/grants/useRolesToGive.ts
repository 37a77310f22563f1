import { useMemo } from 'react'
import type { RoleChoiceFragment } from '../graph.generated'
import { useSession } from '../session/SessionProvider'
import { rolesToGive } from './grants'

/** Of all roles those that the reader may give. */
export function useRolesToGive<Role extends RoleChoiceFragment>(roles: readonly Role[]): Role[] {
  const { session } = useSession()
  return useMemo(() => (session.state === 'in' ? rolesToGive(roles, session.account.verbs) : []), [roles, session])
}
