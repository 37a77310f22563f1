import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { CommandForm } from '../form/CommandForm'
import { RefusalText } from '../form/RefusalText'
import { useSaved } from '../frame/Saved'
import { CreateSeatDocument, OpenTermPageDocument } from '../graph.generated'
import { concerns } from '../graph/refusal'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { NotFoundPage } from '../states/NotFoundPage'
import { Unanswered } from '../states/Unanswered'
import { blankSeat, seatInput } from './seat-templates'
import { SeatFields } from './SeatFields'

/** 增设职务: a further seat of a term (`?body=…&term=3`). */
export function CreateSeatPage() {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(OpenTermPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const create = useCommand(CreateSeatDocument)
  const [seat, setSeat] = useState(blankSeat)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const body = data.unit?.bodies.find((known) => known.id === parameters.get('body'))
  const term = body?.terms.find(({ number }) => String(number) === parameters.get('term'))
  if (!data.unit || !body || !term) return <NotFoundPage />
  const { unit, heads } = data
  const here = `/units/${unit.id}`

  const send = async () => {
    const input = { bodyId: body.id, term: term.number, seat: seatInput(seat) }
    const done = await create.send({ expectedVersion: body.version, input })
    if (!done) return
    saved(text('terms.seat.saved', { title: done.createSeat.seat.title }))
    void navigate(keep(here))
  }

  return (
    <article className="page">
      <PageHeading name={text('terms.seat.name')}>
        {text('terms.seat.heading', { unit: unit.name, body: body.kind.name, number: term.number })}
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
          seat={seat}
          heads={heads}
          path="seat"
          set={(part) => {
            create.forget()
            setSeat((before) => ({ ...before, ...part }))
          }}
        />
        {create.refusal && concerns(create.refusal, 'seat') && <RefusalText refusal={create.refusal} />}
      </CommandForm>
    </article>
  )
}
