import { useQuery } from '@apollo/client/react'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import { LeadersThatDayDocument } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { Recording } from './recordings'

interface LeaderFieldProps {
  recording: Recording
  refusal: Refusal | null
  set: (part: Partial<Recording>) => void
}

/** 带队: one of those who held a post in a host or co-host that day. */
export function LeaderField({ recording: { hostIds, coHostIds, startsAt, ledById }, refusal, set }: LeaderFieldProps) {
  const text = useText()
  const on = startsAt?.slice(0, 10)
  const unitIds = [...hostIds, ...coHostIds]
  const known = on !== undefined && unitIds.length > 0
  const { data, loading } = useQuery(LeadersThatDayDocument, { variables: { unitIds, on: on ?? '' }, skip: !known })
  const posts = data?.appointmentsHeld ?? []
  const options = posts.map(({ id, person, head, unit, seat }) => ({
    value: id,
    name: [person.name, head?.name, `${unit?.name ?? '—'}${seat?.title ?? '—'}`].filter(Boolean).join(' · '),
  }))
  const hint = !known ? 'recordings.leader.first' : loading ? 'recordings.leader.reading' : 'recordings.leader.found'

  return (
    <Field label={text('recordings.leader')} name="ledById" refusal={refusal} optional hint={text(hint, { count: posts.length })}>
      {(field) => (
        <SelectField
          input={field}
          value={options.some(({ value }) => value === ledById) || loading ? ledById : null}
          onChange={(id) => set({ ledById: id })}
          options={options}
          disabled={!known || options.length === 0}
          placeholder={text('recordings.leader.nobody')}
        />
      )}
    </Field>
  )
}
