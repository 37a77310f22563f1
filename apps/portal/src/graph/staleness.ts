import { useSyncExternalStore } from 'react'

const behind = new Set<string>()
const listeners = new Set<() => void>()

/** Notes whether the last answer to an operation said that it may lag behind a change of ours. */
export function noteStaleness(operation: string, stale: boolean): void {
  if (stale === behind.has(operation)) return
  if (stale) behind.add(operation)
  else behind.delete(operation)
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether something that is shown may not yet hold the reader's last change. */
export function useStale(): boolean {
  return useSyncExternalStore(subscribe, () => behind.size > 0)
}
