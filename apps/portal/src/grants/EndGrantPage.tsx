import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { EndGrantDocument, EndGrantPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { RoleVerbs } from './RoleVerbs'
import { useGrantWords } from './useGrantWords'

/** 收回授权: says what is lost, and asks for the first day without it; today ends it at once. */
export function EndGrantPage() {
  const text = useText()
  const words = useGrantWords()
  const leave = useLeave()
  const { id = '', grantId = '' } = useParams()
  const { on: lookedAt } = useOn()
  const today = useToday()
  const asked = useQuery(EndGrantPageDocument, { variables: { id, on: lookedAt }, fetchPolicy: FROM_THE_SERVICES })
  const { data, error } = asked
  const end = useCommand(EndGrantDocument)
  const [chosen, choose] = useState<string | null>()
  const retry = () => void asked.refetch()

  if (!data || !today) return error ? <Unanswered error={error} retry={retry} /> : <Loading />
  const { account } = data
  const grant = account?.grants.find((each) => each.id === grantId)
  if (!account || !grant) return <Missing error={error} retry={retry} />
  const { holder } = account
  const on = chosen === undefined ? today : chosen
  const here = `/accounts/${account.id}`
  const change = (day: string | null) => {
    end.forget()
    choose(day)
  }

  const send = async () => {
    if (!on) return
    const done = await end.send({ input: { accountId: account.id, grantId, on } })
    if (!done) return
    leave(here, text('grants.ended', { holder, grant: words.grant(grant), on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('grants.end')}>{text('grants.end.title', { holder, grant: words.grant(grant) })}</PageHeading>
      <p>{text('grants.end.now', { time: words.time(grant) })}</p>
      <p>{text('grants.end.lost', { place: words.place(grant) })}</p>
      <RoleVerbs role={grant.role} />
      <CommandForm
        command={end}
        fields={['on']}
        submit={text('grants.end')}
        ready={Boolean(on)}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('grants.end.back')}</PageLink>}
      >
        <Field label={text('grants.end.on')} name="on" refusal={end.refusal} hint={text('grants.end.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={change} from={today} until={grant.until ?? undefined} />}
        </Field>
      </CommandForm>
    </article>
  )
}
