import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { ProposeAreaListPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { isTooLarge, sendList, type RefusedList } from '../list-files/list-files'
import { ListFileField } from '../list-files/ListFileField'
import { RefusedRows } from '../list-files/RefusedRows'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { proposalsTo, type Proposed } from './area-proposals'

/** 上传新名录: a whole list with its day and its document; it is compared, and nothing changes yet. */
export function ProposeAreaListPage() {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(ProposeAreaListPageDocument)
  const [file, setFile] = useState<File>()
  const [on, setOn] = useState<string | null>(null)
  const [paper, setPaper] = useState('')
  const [running, setRunning] = useState(false)
  const [failed, setFailed] = useState(false)
  const [refused, setRefused] = useState<RefusedList | null>(null)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const refusal = refused?.refusal ?? null
  const missing = [!file && text('areaImport.file'), !on && text('areaProposals.on'), !paper.trim() && text('areaProposals.paper')]

  const send = async () => {
    if (!file || !on) return
    setRunning(true)
    setFailed(false)
    setRefused(null)
    try {
      const answer = await sendList<Proposed>(file, proposalsTo(on, paper))
      if ('refusal' in answer) return setRefused(answer)
      void navigate(keep(`/areas/proposals/${answer.proposalId}`))
    } catch {
      setFailed(true)
    } finally {
      setRunning(false)
    }
  }

  return (
    <article className="page">
      <PageHeading name={text('areaProposals.propose')}>{text('areaProposals.propose.title')}</PageHeading>
      <p>{text('areaProposals.propose.lead')}</p>
      <CommandForm
        command={{ running, refusal, failed }}
        fields={['file', 'on', 'paper']}
        submit={text('areaProposals.propose.submit')}
        ready={missing.every((one) => !one) && !isTooLarge(file, data.areaListLimits)}
        missing={missing.filter((one) => one !== false)}
        onSubmit={() => void send()}
        aside={<PageLink to="/areas/proposals">{text('areaProposals.back')}</PageLink>}
      >
        <ListFileField label={text('areaImport.file')} limits={data.areaListLimits} file={file} refusal={refusal} onChange={setFile} />
        <Field label={text('areaProposals.on')} name="on" refusal={refusal} hint={text('areaProposals.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={setOn} />}
        </Field>
        <Field label={text('areaProposals.paper')} name="paper" refusal={refusal} hint={text('areaProposals.paper.hint')}>
          {({ status: _, ...input }) => (
            <Input {...input} maxLength={200} value={paper} onChange={({ target }) => setPaper(target.value)} />
          )}
        </Field>
      </CommandForm>
      {refused && refused.rows.length > 0 && <RefusedRows refused={refused} title={text('areaImport.refusedFile')} />}
    </article>
  )
}
