import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useChosenDay } from '../date/useChosenDay'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { BodyToChangeDocument, EndBodyDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 撤销机构: says what follows, asks for the first day on which there is no such group, and for the paper. */
export function EndBodyPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(BodyToChangeDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const end = useCommand(EndBodyDocument)
  const [paper, setPaper] = useState('')

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { body } = data
  if (!body) return <Missing error={error} retry={() => void refetch()} />
  const name = body.name ?? body.kind.name

  const send = async () => {
    if (!on) return
    const done = await end.send({ expectedVersion: body.version, input: { bodyId: id, on, paper: paper.trim() || null } })
    if (!done) return
    leave(`/bodies/${id}`, text('body.ended', { name, until: on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('body.end')}>{text('body.end.title', { name })}</PageHeading>
      <p>{text('body.end.consequence')}</p>
      <CommandForm
        command={end}
        fields={['on', 'paper']}
        submit={text('body.end')}
        ready={Boolean(on)}
        onSubmit={() => void send()}
        aside={<PageLink to={`/bodies/${id}`}>{text('body.back')}</PageLink>}
      >
        <Field label={text('body.end.on')} name="on" refusal={end.refusal}>
          {(input) => <DateField input={input} value={on} onChange={choose} from={body.from} />}
        </Field>
        <Field label={text('body.paper')} name="paper" refusal={end.refusal} optional>
          {(input) => <Input {...input} maxLength={60} value={paper} onChange={({ target }) => setPaper(target.value)} />}
        </Field>
      </CommandForm>
    </article>
  )
}
