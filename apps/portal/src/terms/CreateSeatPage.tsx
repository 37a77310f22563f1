import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { RefusalText } from '../form/RefusalText'
import { useLeave } from '../frame/useLeave'
import { CreateSeatDocument, OpenTermPageDocument } from '../graph.generated'
import { concerns } from '../graph/refusal'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import type { SeatDraft } from './seat-drafts'
import { blankSeat, seatInput } from './seat-drafts'
import { SeatFields } from './SeatFields'

/** 增设职务: a further seat of a term (`?body=…&term=3`). */
export function CreateSeatPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(OpenTermPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const create = useCommand(CreateSeatDocument)
  const [draft, setSeat] = useState<SeatDraft>()

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const body = data.unit?.bodies.find((known) => known.id === parameters.get('body'))
  const term = body?.terms.find(({ number }) => String(number) === parameters.get('term'))
  const standing = body?.kind.standing === true
  if (!data.unit || !body || !(term ?? standing)) return <Missing error={error} retry={() => void refetch()} />
  const { unit, heads, roles } = data
  const here = standing ? `/bodies/${body.id}` : `/units/${unit.id}`
  const seat = draft ?? blankSeat(standing)

  const send = async () => {
    const input = { bodyId: body.id, term: term?.number, seat: seatInput(seat) }
    const done = await create.send({ expectedVersion: body.version, input })
    if (!done) return
    leave(here, text('terms.seat.saved', { title: done.createSeat.seat.title }))
  }

  return (
    <article className="page">
      <PageHeading name={text('terms.seat.name')}>
        {term
          ? text('terms.seat.heading', { unit: unit.name, body: body.kind.name, number: term.number })
          : text('terms.seat.headingOfGroup', { name: body.name })}
      </PageHeading>
      <CommandForm
        command={create}
        fields={['seat']}
        submit={text('terms.seat.submit')}
        ready={seat.title.trim() !== '' && seat.kinds.length > 0}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('terms.back')}</PageLink>}
      >
        <SeatFields
          standing={standing}
          seat={seat}
          heads={heads}
          roles={roles}
          path="seat"
          set={(part) => {
            create.forget()
            setSeat((before) => ({ ...(before ?? seat), ...part }))
          }}
        />
        {create.refusal && concerns(create.refusal, 'seat') && <RefusalText refusal={create.refusal} />}
      </CommandForm>
    </article>
  )
}
