import { useApolloClient } from '@apollo/client/react'
import { CommandForm } from '../form/CommandForm'
import { PageLink } from '../date/PageLink'
import { useSaved } from '../frame/Saved'
import type { ListFileLimitsFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { ListFileField } from '../list-files/ListFileField'
import { CheckedUnitList } from './CheckedUnitList'
import { useUnitList } from './useUnitList'

/** Chooses a file, which is checked at once, and sends it when nothing in it is wrong. */
export function ImportUnitsForm({ limits }: { limits: ListFileLimitsFragment }) {
  const text = useText()
  const client = useApolloClient()
  const saved = useSaved()
  const { file, doing, checked, refusal, failed, choose, send } = useUnitList(limits)
  const count = checked?.established ?? 0

  const submit = async () => {
    const imported = await send()
    if (!imported) return
    saved(text('unitImport.done', { ...imported }), { name: text('unitImport.toUnits'), to: '/units' })
    client.refetchQueries({ include: 'active' }).catch(() => undefined)
  }

  return (
    <>
      <CommandForm
        command={{ running: doing === 'import', refusal, failed }}
        fields={['file']}
        submit={count > 0 ? text('unitImport.submit', { count }) : text('unitImport.name')}
        ready={count > 0 && checked?.wrong === 0}
        missing={file ? [] : [text('unitImport.file')]}
        onSubmit={() => void submit()}
        aside={<PageLink to="/units">{text('unitImport.toUnits')}</PageLink>}
      >
        <ListFileField
          label={text('unitImport.file')}
          limits={limits}
          file={file}
          refusal={refusal}
          onChange={(chosen) => void choose(chosen)}
        />
        <p role="status" className="quiet">
          {doing === 'check' && text('unitImport.checking')}
          {doing === 'import' && text('unitImport.importing', { count })}
        </p>
      </CommandForm>
      {checked && <CheckedUnitList checked={checked} underWay={doing === 'import'} />}
    </>
  )
}
