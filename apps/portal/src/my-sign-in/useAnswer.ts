import { useCallback, useEffect, useState } from 'react'

/** What one of the gateway's own routes tells; `again` asks anew, while what was told stays. */
export function useAnswer<Answer>(ask: () => Promise<Answer>) {
  const [state, setState] = useState<{ answer?: Answer; failed: boolean }>({ failed: false })

  const again = useCallback(async () => {
    try {
      setState({ answer: await ask(), failed: false })
    } catch {
      setState((before) => ({ ...before, failed: true }))
    }
  }, [ask])

  useEffect(() => void again(), [again])

  return { ...state, again }
}
