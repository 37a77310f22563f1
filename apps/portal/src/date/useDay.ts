import { useOn } from './useOn'
import { useToday } from './useToday'

/** The day looked at, today by default; undefined until today is known. */
export function useDay(): string | undefined {
  const { on } = useOn()
  const today = useToday()
  return on ?? today
}
