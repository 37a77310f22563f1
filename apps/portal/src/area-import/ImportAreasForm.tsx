import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { FileField } from '../form/FileField'
import { useSaved } from '../frame/Saved'
import type { AreaListLimitsFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { RefusedList } from './area-import'
import { sendAreaList } from './area-import'
import { RefusedRows } from './RefusedRows'

const MEBIBYTE = 1024 * 1024

interface State {
  running: boolean
  refused: RefusedList | null
  failed: boolean
}

const idle: State = { running: false, refused: null, failed: false }

/** Chooses a file and sends it; a file that is too large is not even sent. */
export function ImportAreasForm({ limits }: { limits: AreaListLimitsFragment }) {
  const text = useText()
  const client = useApolloClient()
  const saved = useSaved()
  const [file, setFile] = useState<File>()
  const [{ running, refused, failed }, setState] = useState(idle)
  const tooLarge = file !== undefined && file.size > limits.megabytes * MEBIBYTE

  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setState(idle)
  }

  const send = async () => {
    if (!file) return
    setState({ ...idle, running: true })
    try {
      const answer = await sendAreaList(file)
      if ('refusal' in answer) return setState({ ...idle, refused: answer })
      choose(undefined)
      saved(text('areaImport.done', { ...answer }), { name: text('areaImport.toNetwork'), to: '/network' })
      client.refetchQueries({ include: 'active' }).catch(() => undefined)
    } catch {
      setState({ ...idle, failed: true })
    }
  }

  const refusal = refused?.refusal ?? null
  return (
    <>
      <CommandForm
        command={{ running, refusal, failed }}
        fields={['file']}
        submit={text('areaImport.submit')}
        ready={file !== undefined && !tooLarge}
        missing={file ? [] : [text('areaImport.file')]}
        onSubmit={() => void send()}
      >
        <Field label={text('areaImport.file')} name="file" refusal={refusal} hint={text('areaImport.limits', { ...limits })}>
          {(input) => <FileField input={input} file={file} onChange={choose} />}
        </Field>
        {tooLarge && (
          <p className="refusal" role="alert">
            {text('areaImport.tooLarge', { megabytes: limits.megabytes })}
          </p>
        )}
      </CommandForm>
      {refused && refused.rows.length > 0 && <RefusedRows refused={refused} />}
    </>
  )
}
