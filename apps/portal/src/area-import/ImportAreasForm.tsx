import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { useSaved } from '../frame/Saved'
import type { ListFileLimitsFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { isTooLarge, sendList, type RefusedList } from '../list-files/list-files'
import { ListFileField } from '../list-files/ListFileField'
import { RefusedRows } from '../list-files/RefusedRows'
import { AREA_LIST, type Imported } from './area-import'

interface State {
  running: boolean
  refused: RefusedList | null
  failed: boolean
}

const idle: State = { running: false, refused: null, failed: false }

/** Chooses a file and sends it; a file that is too large is not even sent. */
export function ImportAreasForm({ limits }: { limits: ListFileLimitsFragment }) {
  const text = useText()
  const client = useApolloClient()
  const saved = useSaved()
  const [file, setFile] = useState<File>()
  const [{ running, refused, failed }, setState] = useState(idle)

  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setState(idle)
  }

  const send = async () => {
    if (!file) return
    setState({ ...idle, running: true })
    try {
      const answer = await sendList<Imported>(file, AREA_LIST)
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
        ready={file !== undefined && !isTooLarge(file, limits)}
        missing={file ? [] : [text('areaImport.file')]}
        onSubmit={() => void send()}
      >
        <ListFileField label={text('areaImport.file')} limits={limits} file={file} refusal={refusal} onChange={choose} />
      </CommandForm>
      {refused && refused.rows.length > 0 && <RefusedRows refused={refused} title={text('areaImport.refusedFile')} />}
    </>
  )
}
