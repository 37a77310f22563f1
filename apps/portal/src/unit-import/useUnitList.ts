import { useRef, useState } from 'react'
import type { Refusal } from '../graph/refusal'
import { isTooLarge, sendList } from '../list-files/list-files'
import { UNIT_LIST, UNIT_LIST_CHECK, type UnitsChecked, type UnitsImported } from './unit-import'

interface State {
  file: File | undefined
  /** What is under way. */
  doing: 'check' | 'import' | null
  checked: UnitsChecked | null
  refusal: Refusal | null
  failed: boolean
}

const idle: State = { file: undefined, doing: null, checked: null, refusal: null, failed: false }

/** A list of units from the choice of its file on: it is checked at once, and sent when that is wanted. */
export function useUnitList(limits: { megabytes: number }) {
  const [state, setState] = useState(idle)
  // Another file may be chosen while one is still being checked: only the last one counts.
  const last = useRef<File | undefined>(undefined)

  const asked = async <Taken extends object>(file: File, doing: 'check' | 'import', to: string): Promise<Taken | null> => {
    setState((before) => ({ ...before, file, doing, refusal: null, failed: false }))
    try {
      const answer = await sendList<Taken>(file, to)
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
    const checked = await asked<UnitsChecked>(file, 'check', UNIT_LIST_CHECK)
    if (checked) setState({ ...idle, file, checked })
  }

  /** Answers what became of it; null: it was refused or did not come about, as the state says. */
  const send = async (): Promise<UnitsImported | null> => {
    const { file } = state
    const imported = file ? await asked<UnitsImported>(file, 'import', UNIT_LIST) : null
    if (imported) await choose(undefined)
    return imported
  }

  return { ...state, choose, send }
}
