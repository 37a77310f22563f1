import { useState } from 'react'
import { useDay } from './useDay'

/** The day that a form asks for: the one looked at until another one is chosen; null while the field is empty, undefined until today is known. */
export function useChosenDay() {
  const day = useDay()
  const [chosen, choose] = useState<string | null>()
  return { day, on: chosen === undefined ? day : chosen, choose }
}
