import { OpenBodyDocument, OpenTermDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import type { SeatDraft } from './seat-drafts'
import { seatInput } from './seat-drafts'

interface Opening {
  kind: string
  name: string
  number: number | null
  from: string
  /** Null: a group, which has no term. */
  until: string | null
  earlyPaper: string
  seats: readonly SeatDraft[]
}

/** Opens a term of a body; where there is none yet, the body with its first term, or a group with its seats: one command in each case. */
export function useOpening(unitId: string, known: { id: string; version: number } | undefined) {
  const openBody = useCommand(OpenBodyDocument)
  const openTerm = useCommand(OpenTermDocument)

  const send = async ({ kind, name, number, from, until, earlyPaper, seats: drafts }: Opening) => {
    const seats = drafts.map(seatInput)
    if (known) {
      const input = { bodyId: known.id, number, from, until: until ?? '', seats, earlyPaper: earlyPaper.trim() || null }
      return (await openTerm.send({ expectedVersion: known.version, input }))?.openTerm.body ?? null
    }
    const term = until === null ? { name: name.trim() } : { number, until }
    return (await openBody.send({ input: { unitId, kind, from, seats, ...term } }))?.openBody.body ?? null
  }

  return {
    send,
    running: openBody.running || openTerm.running,
    refusal: openBody.refusal ?? openTerm.refusal,
    failed: openBody.failed || openTerm.failed,
    forget: () => {
      openBody.forget()
      openTerm.forget()
    },
  }
}
