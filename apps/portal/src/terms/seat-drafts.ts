import type { OpenTermPageQuery, SeatInput } from '../graph.generated'

/** A kind of body with its usual seats. */
export type Template = NonNullable<OpenTermPageQuery['unit']>['bodyTemplates'][number]

/** A seat of a form; `key` tells it from others while it is edited. */
export type SeatDraft = Required<Omit<SeatInput, 'reservedHead' | 'role' | 'byPost'>> & {
  key: string
  reservedHead: string | null
  role: string | null
  byPost: string
}

/** The seats that a body of a kind usually has, to be changed before they are saved. */
export function usualSeats(templates: readonly Template[], bodyKind: string): SeatDraft[] {
  const usual = templates.find(({ kind }) => kind.code === bodyKind)?.seats ?? []
  return usual.map(({ title, rank, kinds, places, reservedHead }, place) => {
    return { key: String(place), title, rank, kinds: [...kinds], places, reservedHead, role: null, byPost: '' }
  })
}

/** A further seat to fill in. */
export function blankSeat(standing = false): SeatDraft {
  return {
    key: crypto.randomUUID(),
    title: '',
    rank: standing ? 'GROUP_MEMBER' : 'COMMITTEE_MEMBER',
    kinds: ['PART_TIME_POST'],
    places: 1,
    reservedHead: null,
    role: null,
    byPost: '',
  }
}

/** The seat as it is sent. */
export function seatInput({ key: _, title, byPost, ...seat }: SeatDraft): SeatInput {
  return { ...seat, title: title.trim(), byPost: byPost.trim() || null }
}
