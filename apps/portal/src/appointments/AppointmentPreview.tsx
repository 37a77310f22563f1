import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import type { MakeAppointmentInput } from '../graph.generated'
import { PreviewAppointmentDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { useSettled } from '../screen/useSettled'
import { useWords } from '../words/useWords'

/** What would come of it: a refusal, the posts that the person holds at the same time, or nothing in the way. */
export function AppointmentPreview({ input }: { input: MakeAppointmentInput | null }) {
  const text = useText()
  const words = useWords()
  // As text, so that only another command asks anew.
  const asked = useSettled(JSON.stringify(input))
  const settled = JSON.parse(asked) as MakeAppointmentInput | null
  const { data } = useQuery(PreviewAppointmentDocument, {
    variables: { input: settled ?? { seatId: '', personId: '', kind: 'PART_TIME_POST', basis: 'ELECTION', from: '' } },
    skip: settled === null,
    fetchPolicy: 'network-only',
  })
  const preview = data?.previewMakeAppointment
  if (!settled || !preview) return null
  const { message, overlaps } = preview

  return (
    <div className="appointment-preview" role="status">
      {message && <p className="appointment-hindered">{text('appointments.preview.refusal', { message })}</p>}
      {overlaps.length > 0 ? (
        <>
          <p>{text('appointments.preview.overlaps', { count: overlaps.length })}</p>
          <ul>
            {overlaps.map(({ id, unit, seat, kind, from, until }) => (
              <li key={id}>
                {unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'} {seat?.title ?? '—'}{' '}
                <span className="quiet small">
                  {text('appointments.heldFromUntil', { kind: words.holding(kind), from, until: words.end(until) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        !message && <p>{text('appointments.preview.free')}</p>
      )}
    </div>
  )
}
