import { useApolloClient } from '@apollo/client/react'
import { useCallback, useState } from 'react'
import type { Refusal } from '../graph/refusal'
import { sendPaper, type PaperPlace } from './papers'

interface State {
  running: boolean
  /** Part of all bytes that has gone out, 0 to 1. */
  part: number
  refusal: Refusal | null
  /** No answer came: the same file may be sent again, it is kept once. */
  failed: boolean
}

const idle: State = { running: false, part: 0, refusal: null, failed: false }

/** Papers on their way, one after the other, and what became of them. */
export function usePaperUpload() {
  const client = useApolloClient()
  const [state, setState] = useState(idle)

  /** Answers whether all of them are attached; what came through before one that did not stays. */
  const send = useCallback(
    async (files: readonly File[], place: PaperPlace, names: readonly string[] = []): Promise<boolean> => {
      const all = files.reduce((sum, { size }) => sum + size, 0)
      let gone = 0
      let became: State = idle
      setState({ ...idle, running: true })
      for (const file of files) {
        const told = (bytes: number) => setState((before) => ({ ...before, part: Math.min(1, (gone + bytes) / all) }))
        try {
          const refusal = await sendPaper(file, place, names, told)
          if (refusal) became = { ...idle, refusal }
        } catch {
          became = { ...idle, failed: true }
        }
        if (became !== idle) break
        gone += file.size
      }
      setState(became)
      // What hangs on the record is asked anew; a page says itself where that fails.
      client.refetchQueries({ include: 'active' }).catch(() => undefined)
      return became === idle
    },
    [client],
  )

  return { ...state, send, forget: useCallback(() => setState(idle), []) }
}
