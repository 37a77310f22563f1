import { useState } from 'react'
import { OpenBodyDocument, OpenTermDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import type { SeatDraft } from './seat-templates'
import { seatInput } from './seat-templates'

interface Opening {
  kind: string
  number: number | null
  from: string
  until: string
  seats: readonly SeatDraft[]
}

/** Opens a term and, where there is none yet, its body first: two commands, of which the first is sent once only. */
export function useOpening(unitId: string, known: { id: string; version: number } | undefined) {
  const openBody = useCommand(OpenBodyDocument)
  const openTerm = useCommand(OpenTermDocument)
  const [opened, setOpened] = useState<typeof known>()

  const send = async ({ kind, number, from, until, seats }: Opening) => {
    const body = known ?? opened ?? (await openBody.send({ input: { unitId, kind, from } }))?.openBody.body
    if (!body) return null
    setOpened(body)
    const input = { bodyId: body.id, number, from, until, seats: seats.map(seatInput) }
    return (await openTerm.send({ expectedVersion: body.version, input }))?.openTerm.term ?? null
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
