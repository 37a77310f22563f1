import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { momentOf } from '../date/instants'
import { RefusalText } from '../form/RefusalText'
import { useSaved } from '../frame/Saved'
import { ApproveLookDocument, LooksPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import './accesses.css'

/** 待批准的查看: who asks to see which numbers of which child, what for and why; another person's to approve, by one button. */
export function LooksPage() {
  const text = useText()
  const words = useWords()
  const saved = useSaved()
  const { data, error, refetch } = useQuery(LooksPageDocument, { fetchPolicy: FROM_THE_SERVICES })
  const approve = useCommand(ApproveLookDocument)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { looksToApprove: looks } = data
  const send = async (accessId: string, by: string) => {
    if (await approve.send({ input: { accessId } })) saved(text('accesses.approved', { by }))
  }

  return (
    <article className="page">
      <PageHeading name={text('accesses.looks')}>{text('accesses.looks.title', { count: looks.length })}</PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p className="quiet">{text('accesses.looks.lead')}</p>
      {approve.refusal && <RefusalText refusal={approve.refusal} />}
      {looks.length === 0 ? (
        <EmptyState>{text('accesses.looks.none')}</EmptyState>
      ) : (
        <ol className="access-lines">
          {looks.map(({ id, by, at, fields, purpose, reason, person }) => (
            <li key={id}>
              <time dateTime={at}>{momentOf(at)}</time>
              <span>
                {text('accesses.looks.line', {
                  by,
                  name: person?.name ?? '—',
                  fields: words.list(fields.map((field) => text(`accesses.field.${field}`))),
                })}{' '}
                <span className="quiet">{[text(`accesses.purpose.${purpose}`), reason].join(' · ')}</span>{' '}
                <Button size="small" aria-label={text('accesses.approveOf', { by })} onClick={() => void send(id, by)}>
                  {text('accesses.approve')}
                </Button>
              </span>
            </li>
          ))}
        </ol>
      )}
    </article>
  )
}
