import { useMemo } from 'react'
import type { GrantLineFragment } from '../graph.generated'
import { useText } from '../language/useText'

type Placed = Pick<GrantLineFragment, 'role' | 'jurisdiction' | 'area' | 'unit'>

/** Grants in words, the same on every page. */
export function useGrantWords() {
  const text = useText()
  return useMemo(() => {
    /** 全市, or the name of the area or unit; — where its service is away. */
    const place = ({ jurisdiction, area, unit }: Placed) =>
      jurisdiction === 'EVERYWHERE' ? text('grants.everywhere') : (area?.name ?? unit?.name ?? '—')
    return {
      place,
      /** 乡镇（街道）科协秘书（河埒街道） */
      grant: (grant: Placed) => text('grants.roleAt', { role: grant.role.name, place: place(grant) }),
      /** From when to when; open where there is no end. */
      time: ({ from, until }: Pick<GrantLineFragment, 'from' | 'until'>) =>
        until === null ? text('grants.fromOn', { from }) : text('grants.fromUntil', { from, until }),
    }
  }, [text])
}
