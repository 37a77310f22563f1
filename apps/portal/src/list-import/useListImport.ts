import { useRef, useState } from 'react'
import type { Refusal } from '../graph/refusal'
import { isTooLarge, sendList, type Progress } from '../list-files/list-files'
import type { Checked, Counts } from './list-import'

interface State<Row, Counted> {
  file: File | undefined
  /** What is under way. */
  doing: 'check' | 'import' | null
  /** How far an import is; null: it has not begun to keep rows. */
  progress: Progress | null
  checked: Checked<Row, Counted> | null
  refusal: Refusal | null
  failed: boolean
}

const idle = { file: undefined, doing: null, progress: null, checked: null, refusal: null, failed: false }

/** A list from the choice of its file on: it is checked at once, and sent when that is wanted. */
export function useListImport<Row, Counted extends Counts>(at: string, limits: { megabytes: number }) {
  const [state, setState] = useState<State<Row, Counted>>(idle)
  // Another file may be chosen while one is still being checked: only the last one counts.
  const last = useRef<File | undefined>(undefined)

  const asked = async <Taken extends object>(file: File, doing: 'check' | 'import'): Promise<Taken | null> => {
    setState((before) => ({ ...before, file, doing, progress: null, refusal: null, failed: false }))
    const told = (progress: Progress) => {
      if (last.current === file) setState((before) => ({ ...before, progress }))
    }
    try {
      const answer = doing === 'check' ? await sendList<Taken>(file, `${at}?dryRun=true`) : await sendList<Taken>(file, at, told)
      if (last.current !== file) return null
      if (!('refusal' in answer)) return answer as Taken
      setState({ ...idle, file, refusal: answer.refusal })
    } catch {
      if (last.current === file) setState({ ...idle, file, failed: true })
    }
    return null
  }

  const choose = async (file: File | undefined) => {
    last.current = file
    setState({ ...idle, file })
    if (!file || isTooLarge(file, limits)) return
    const checked = await asked<Checked<Row, Counted>>(file, 'check')
    if (checked) setState({ ...idle, file, checked })
  }

  /** Answers what became of it; null: it was refused or did not come about, as the state says. */
  const send = async (): Promise<Counted | null> => {
    const { file } = state
    const imported = file ? await asked<Counted>(file, 'import') : null
    if (imported) await choose(undefined)
    return imported
  }

  return { ...state, choose, send }
}
