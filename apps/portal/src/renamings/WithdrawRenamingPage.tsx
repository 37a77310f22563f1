import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { useLeave } from '../frame/useLeave'
import { RenameUnitPageDocument, WithdrawRenamingDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { NamesOverTime } from './NamesOverTime'

/** 撤回更名: says which name goes and which comes back, and asks once more. */
export function WithdrawRenamingPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(RenameUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const withdraw = useCommand(WithdrawRenamingDocument)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`
  const [last, before] = unit.names.slice(-2).reverse()
  const title = <PageHeading name={text('renamings.withdraw.name')}>{text('renamings.withdraw.title', { name: unit.name })}</PageHeading>
  if (!last || !before)
    return (
      <article className="page">
        {title}
        <EmptyState>{text('renamings.withdraw.none')}</EmptyState>
        <PageLink to={here}>{text('renamings.withdraw.back')}</PageLink>
      </article>
    )

  const send = async () => {
    const input = { unitId: unit.id, from: last.from }
    if (!(await withdraw.send({ expectedVersion: unit.version, input }))) return
    leave(here, text('renamings.withdrawn', { name: before.name }))
  }

  return (
    <article className="page">
      {title}
      <p>{text('renamings.withdraw.consequence', { name: last.name, from: last.from, before: before.name })}</p>
      <CommandForm
        command={withdraw}
        fields={[]}
        submit={text('renamings.withdraw.submit')}
        ready
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('renamings.withdraw.back')}</PageLink>}
      >
        <NamesOverTime names={unit.names} />
      </CommandForm>
    </article>
  )
}
