import { useApolloClient } from '@apollo/client/react'
import { CommandForm } from '../form/CommandForm'
import { PageLink } from '../date/PageLink'
import { useSaved } from '../frame/Saved'
import { useText } from '../language/useText'
import { ListFileField } from '../list-files/ListFileField'
import { CheckedList } from './CheckedList'
import { figuresOf, type Counts, type ListKind } from './list-import'
import { useListImport } from './useListImport'

/** Chooses a file, which is checked at once, and sends it when nothing in it is wrong. */
export function ImportListForm<Row extends { line: number }, Counted extends Counts>({ kind }: { kind: ListKind<Row, Counted> }) {
  const text = useText()
  const client = useApolloClient()
  const saved = useSaved()
  const { words, at, fresh, records, limits } = kind
  const { file, doing, progress, checked, refusal, failed, choose, send } = useListImport<Row, Counted>(at, limits)
  const count = checked ? fresh(checked) : 0

  const submit = async () => {
    const imported = await send()
    if (!imported) return
    saved(text(`${words}.done`, figuresOf(imported)), { name: text(`${words}.toRecords`), to: records })
    client.refetchQueries({ include: 'active' }).catch(() => undefined)
  }

  return (
    <>
      <CommandForm
        command={{ running: doing === 'import', refusal, failed }}
        fields={['file']}
        submit={count > 0 ? text(`${words}.submit`, { count }) : text(`${words}.name`)}
        ready={count > 0 && checked?.wrong === 0}
        missing={file ? [] : [text(`${words}.file`)]}
        onSubmit={() => void submit()}
        aside={<PageLink to={records}>{text(`${words}.toRecords`)}</PageLink>}
      >
        <ListFileField
          label={text(`${words}.file`)}
          limits={limits}
          file={file}
          refusal={refusal}
          onChange={(chosen) => void choose(chosen)}
        />
        <p role="status" className="quiet">
          {doing === 'check' && text('listImport.checking')}
          {doing === 'import' && text(`${words}.importing`, { count })}
        </p>
        {doing === 'import' && progress && (
          <p>
            <progress value={progress.kept} max={progress.of} aria-label={text('listImport.progress')} />{' '}
            {text('listImport.kept', { ...progress })}
          </p>
        )}
      </CommandForm>
      {checked && <CheckedList kind={kind} checked={checked} underWay={doing === 'import'} />}
    </>
  )
}
