import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { useSaved } from '../frame/Saved'
import { useText } from '../language/useText'
import { NamedPersons } from './NamedPersons'
import { PaperFiles } from './PaperFiles'
import type { ChosenFile, PaperPlace, Somebody } from './papers'
import { usePaperUpload } from './usePaperUpload'

interface AttachPapersProps {
  place: PaperPlace
  of: string
  likely: readonly Somebody[]
  onDone: () => void
}

/** 附上扫描件: scans for one record, and whom they name, where that is known. */
export function AttachPapers({ place, of, likely, onDone }: AttachPapersProps) {
  const text = useText()
  const saved = useSaved()
  const upload = usePaperUpload()
  const [files, setFiles] = useState<ChosenFile[]>([])
  const [names, setNames] = useState<string[]>([])
  const ready = files.length > 0 && files.every(({ problem }) => problem === null)

  const send = async () => {
    const all = files.map(({ file }) => file)
    if (!(await upload.send(all, place, names))) return
    saved(text('papers.attached', { of, count: all.length }))
    onDone()
  }

  return (
    <CommandForm
      command={upload}
      fields={['file', 'personIds']}
      submit={text('papers.submit')}
      ready={ready}
      onSubmit={() => void send()}
      aside={
        <button type="button" className="plain-button" onClick={onDone}>
          {text('papers.leave')}
        </button>
      }
    >
      <PaperFiles
        files={files}
        part={upload.running ? upload.part : null}
        refusal={upload.refusal}
        onChange={(chosen) => {
          upload.forget()
          setFiles(chosen)
        }}
      />
      <NamedPersons values={names} likely={likely} refusal={upload.refusal} onChange={setNames} />
    </CommandForm>
  )
}
