import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Account } from './session-api'
import { readSession, signOut } from './session-api'
import type { Verb } from './verbs'

/** What is known of the reader. */
export type Session = { state: 'asking' } | { state: 'out' } | { state: 'away' } | { state: 'in'; account: Account }

interface Held {
  session: Session
  /** Asks the gateway again, such as after a sign-in, or when a right turned out to be gone. */
  renew: () => Promise<void>
  /** Ends the session and forgets what this tab kept. */
  leave: () => Promise<void>
  /** The gateway said that the session is over. */
  ended: () => void
}

const Context = createContext<Held | null>(null)

/** Who is signed in, and how to change that. */
export function useSession(): Held {
  const held = useContext(Context)
  if (!held) throw new Error('useSession needs a SessionProvider above')
  return held
}

/** Whether the reader may do something, somewhere. */
export function useMay(verb: Verb): boolean {
  return may(useSession().session, verb)
}

/** The same where several are asked for at once. */
export function may(session: Session, verb: Verb): boolean {
  return session.state === 'in' && session.account.verbs.includes(verb)
}

/** Keeps who is signed in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ state: 'asking' })

  const renew = useCallback(async () => {
    try {
      const account = await readSession()
      setSession(account ? { state: 'in', account } : { state: 'out' })
    } catch {
      // Who is in stays in: the next answer of the graph says whether that still holds.
      setSession((before) => (before.state === 'in' ? before : { state: 'away' }))
    }
  }, [])
  const ended = useCallback(() => setSession({ state: 'out' }), [])
  const leave = useCallback(async () => {
    await signOut()
    sessionStorage.clear()
    ended()
  }, [ended])

  useEffect(() => void renew(), [renew])

  const held = useMemo(() => ({ session, renew, leave, ended }), [session, renew, leave, ended])
  return <Context.Provider value={held}>{children}</Context.Provider>
}
