import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useKeepOn } from '../date/useKeepOn'
import { useSaved } from './Saved'

/** `leave(to, said, way?)`: once a form's command was carried out, goes to the page that shows it, at the day looked at, and says there what is kept. */
export function useLeave(): (to: string, ...said: Parameters<ReturnType<typeof useSaved>>) => void {
  const navigate = useNavigate()
  const keep = useKeepOn()
  const saved = useSaved()
  return useCallback(
    (to, ...said) => {
      saved(...said)
      void navigate(keep(to))
    },
    [keep, navigate, saved],
  )
}
