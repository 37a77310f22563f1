import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { yearsLater } from '../date/days'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { BodyToChangeDocument, PostponeCongressDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 延期换届: asks to which day the congress is put off, and by which paper; the term itself ends as it was agreed. */
export function PostponeCongressPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(BodyToChangeDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const postpone = useCommand(PostponeCongressDocument)
  const [until, setUntil] = useState<string | null>(null)
  const [paper, setPaper] = useState('')

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { body } = data
  const term = body?.terms.at(-1)
  if (!body || !term) return <Missing error={error} retry={() => void refetch()} />
  const name = text('body.name', { unit: body.unit.name, kind: body.kind.name })

  const send = async () => {
    if (!until) return
    const input = { bodyId: id, term: term.number, until, paper: paper.trim() }
    if (!(await postpone.send({ expectedVersion: body.version, input }))) return
    leave(`/bodies/${id}`, text('body.postpone.saved', { name, number: term.number, until }))
  }

  return (
    <article className="page">
      <PageHeading name={text('body.postpone')}>
        {text('body.postpone.title', { name, number: term.number, until: term.until })}
      </PageHeading>
      <p>{text('body.postpone.consequence')}</p>
      <CommandForm
        command={postpone}
        fields={['until', 'paper']}
        submit={text('body.postpone')}
        ready={Boolean(until) && paper.trim() !== ''}
        missing={[...(until ? [] : [text('body.postpone.until')]), ...(paper.trim() ? [] : [text('body.paper')])]}
        onSubmit={() => void send()}
        aside={<PageLink to={`/bodies/${id}`}>{text('body.back')}</PageLink>}
      >
        <Field
          label={text('body.postpone.until')}
          name="until"
          refusal={postpone.refusal}
          hint={text('body.postpone.hint', { latest: yearsLater(term.until, 1) })}
        >
          {(input) => <DateField input={input} value={until} onChange={setUntil} from={term.postponedUntil ?? term.until} />}
        </Field>
        <Field label={text('body.paper')} name="paper" refusal={postpone.refusal}>
          {(input) => <Input {...input} maxLength={60} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
      </CommandForm>
    </article>
  )
}
