import type { Refused } from '../session/session-api'
import { post, read } from '../session/session-api'

/** One of the reader's own sessions. Instants are ISO 8601. */
export interface OwnSession {
  id: string
  /** Whence, as the gateway saw it. */
  address: string
  /** The browser in words; empty: none that is known. */
  browser: string
  startedAt: string
  usedAt: string
  /** When it ends unless it is used before, and in any case. */
  endsUnusedAt: string
  endsAt: string
  isThis: boolean
}

export const readSessions = async (): Promise<OwnSession[]> => (await read<{ sessions: OwnSession[] }>('/sessions')).sessions

export const endSession = (id: string): Promise<Refused | null> => post('/sessions/end', { id })

export const endOtherSessions = (): Promise<Refused | null> => post('/sessions/end-others', {})

/** The reader has read that a session was ended because its key was used twice. */
export const noticeRead = (): Promise<Refused | null> => post('/sessions/notice-read', {})
