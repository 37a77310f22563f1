import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { useLeave } from '../frame/useLeave'
import { MoveUnitPageDocument, WithdrawMoveDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ParentsOverTime } from './ParentsOverTime'

/** 撤回调整隶属: says from when the unit stands again where it stood before, and asks once more. */
export function WithdrawMovePage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(MoveUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const withdraw = useCommand(WithdrawMoveDocument)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`
  const last = unit.parents.at(-1)
  const title = <PageHeading name={text('moves.withdraw.name')}>{text('moves.withdraw.title', { name: unit.name })}</PageHeading>
  if (!last || last.paper === null)
    return (
      <article className="page">
        {title}
        <EmptyState>{text('moves.withdraw.none')}</EmptyState>
        <PageLink to={here}>{text('moves.withdraw.back')}</PageLink>
      </article>
    )

  const send = async () => {
    const input = { unitId: unit.id, from: last.from }
    if (!(await withdraw.send({ expectedVersion: unit.version, input }))) return
    leave(here, text('moves.withdrawn', { name: unit.name, from: last.from }))
  }

  return (
    <article className="page">
      {title}
      <p>{text('moves.withdraw.consequence', { from: last.from })}</p>
      <CommandForm
        command={withdraw}
        fields={[]}
        submit={text('moves.withdraw.submit')}
        ready
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('moves.withdraw.back')}</PageLink>}
      >
        <ParentsOverTime parents={unit.parents} />
      </CommandForm>
    </article>
  )
}
