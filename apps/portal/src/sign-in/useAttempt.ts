import { useState } from 'react'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { Refused } from '../session/session-api'

/** One of the gateway's own routes (sign in, change the password), with what became of it, as a form shows it. */
export function useAttempt(attempt: () => Promise<Refused | null>, done: () => Promise<void>) {
  const text = useText()
  const [state, setState] = useState<{ running: boolean; refusal: Refusal | null; failed: boolean }>(idle)

  const send = async () => {
    setState({ ...idle, running: true })
    try {
      const refused = await attempt()
      if (!refused) await done()
      setState({ ...idle, refusal: refused && { ...bare, ...refused, message: refused.message || text('signIn.refused') } })
    } catch {
      setState({ ...idle, failed: true })
    }
  }
  return { ...state, send: () => void send() }
}

const idle = { running: false, refusal: null, failed: false }
const bare = { value: null, rule: null }
