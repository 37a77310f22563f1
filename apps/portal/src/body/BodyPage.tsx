import { Button } from 'antd'
import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { BodyPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { usePrinting } from '../screen/usePrinting'
import { Allowed } from '../session/Allowed'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import type { Body } from './body'
import { countPlaces, termOn } from './body'
import './body.css'
import { GroupAnnex } from './GroupAnnex'
import { Seating } from './Seating'
import { Structure } from './Structure'

/** 机构: one body on the day looked at, its seats as a seating of names and vacancies, its quotas of structure, and its term. */
export function BodyPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { on } = useOn()
  const day = useDay()
  const printing = usePrinting()
  const mayAppoint = useMay(write('appointments'))
  const { data, error, refetch } = useQuery(BodyPageDocument, { variables: { id, on } })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { body, heads } = data
  if (!body) return <Missing error={error} retry={() => void refetch()} />
  const term = termOn(body, day)
  const name = body.name ?? text('body.name', { unit: body.unit.name, kind: body.kind.name })
  const over = body.kind.standing ? body.until !== null && body.until <= day : !term || term.until <= day
  const { places, vacant, longest } = countPlaces(body.seats)
  const ended = body.until !== null && body.until <= day
  const known = vacant !== null && places > 0 && !over
  const sentence =
    day < body.from ? 'body.notYet' : ended ? 'body.ended' : !known ? 'body.titleUnknown' : vacant > 0 ? 'body.title' : 'body.titleFull'
  const figures = { name, places, held: vacant === null ? null : places - vacant, vacant, longest, from: body.from, until: body.until }

  return (
    <article className="page body-page">
      <PageHeading
        name={name}
        action={
          <Button className="not-printed" onClick={() => window.print()}>
            {text('body.print')}
          </Button>
        }
      >
        {text(sentence, figures)}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <BodyFacts body={body} day={day} />
      {printing && body.kind.standing ? (
        <GroupAnnex body={body} />
      ) : body.seats.length === 0 ? (
        <EmptyState>{text('body.none')}</EmptyState>
      ) : (
        <Seating seats={body.seats} heads={heads} open={!over && mayAppoint} />
      )}
      {body.structure && body.structure.length > 0 && !over && <Structure standings={body.structure} />}
      {body.unit.until === null && body.until === null && (
        <Allowed to={write('bodies')}>
          <p className="body-foot not-printed">
            {body.kind.standing ? (
              <>
                <PageLink to={`/units/${body.unit.id}/seats/new?body=${id}`}>{text('body.createSeat')}</PageLink>
                <PageLink to={`/bodies/${id}/end`} className="body-end">
                  {text('body.end')}
                </PageLink>
              </>
            ) : (
              <>
                {term && !over && (
                  <PageLink to={`/units/${body.unit.id}/seats/new?body=${id}&term=${term.number}`}>{text('body.createSeat')}</PageLink>
                )}
                <PageLink to={`/units/${body.unit.id}/terms/new?body=${id}`}>{text('body.openNextTerm')}</PageLink>
                {term === body.terms.at(-1) && <PageLink to={`/bodies/${id}/postpone`}>{text('body.postpone')}</PageLink>}
              </>
            )}
            <PageLink to="/seats/import">{text('seatImport.name')}</PageLink>
          </p>
        </Allowed>
      )}
    </article>
  )
}

function BodyFacts({ body, day }: { body: Body; day: string }) {
  const text = useText()
  const term = termOn(body, day)
  return (
    <Particulars>
      <Particular name={text('body.unit')}>
        <PageLink to={`/units/${body.unit.id}`}>{body.unit.name}</PageLink>
      </Particular>
      <Particular name={text('body.kind')}>{body.kind.name}</Particular>
      <Particular name={text('body.from')}>{body.from}</Particular>
      {body.until && (
        <Particular name={text('body.until')}>
          {body.until} {body.endPaper}
        </Particular>
      )}
      {term && (
        <Particular name={text('body.term')}>
          {text('body.term.of', { number: term.number, from: term.from, until: term.until })}
          {term.overdueDays > 0 && <span className="overdue"> {text('body.overdueBy', { days: term.overdueDays })}</span>}
        </Particular>
      )}
      {term?.postponedUntil && (
        <Particular name={text('body.postponed')}>
          {text('body.postponed.to', { until: term.postponedUntil, paper: term.postponementPaper })}
        </Particular>
      )}
      {term?.agreedUntil && (
        <Particular name={text('body.early')}>{text('body.early.of', { agreed: term.agreedUntil, paper: term.earlyPaper })}</Particular>
      )}
    </Particulars>
  )
}
