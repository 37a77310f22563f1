import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { useSaved } from '../frame/Saved'
import type { PaperLineFragment } from '../graph.generated'
import { MarkPersonsInPaperDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { NamedPersons } from './NamedPersons'
import type { Somebody } from './papers'

interface MarkPersonsFormProps {
  paper: PaperLineFragment
  likely: readonly Somebody[]
  onDone: () => void
}

/** 注明人员: whom a scan names, also later. */
export function MarkPersonsForm({ paper: { id, names }, likely, onDone }: MarkPersonsFormProps) {
  const text = useText()
  const saved = useSaved()
  const mark = useCommand(MarkPersonsInPaperDocument)
  const [values, setValues] = useState(names.map((one) => one.id))

  const send = async () => {
    if (!(await mark.send({ input: { paperId: id, personIds: values } }))) return
    saved(text('papers.mark.saved'))
    onDone()
  }

  return (
    <CommandForm
      command={mark}
      fields={['personIds']}
      submit={text('papers.mark')}
      onSubmit={() => void send()}
      aside={
        <button type="button" className="plain-button" onClick={onDone}>
          {text('papers.mark.leave')}
        </button>
      }
    >
      <NamedPersons values={values} likely={likely} refusal={mark.refusal} onChange={setValues} />
    </CommandForm>
  )
}
