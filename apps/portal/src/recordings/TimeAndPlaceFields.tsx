import { Input } from 'antd'
import { MomentField } from '../date/MomentField'
import { Field } from '../form/Field'
import { SelectField } from '../form/SelectField'
import type { RecordingTypeFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import type { Recording } from './recordings'

interface TimeAndPlaceFieldsProps {
  recording: Recording
  /** Those that the type allows. */
  placeKinds: RecordingTypeFragment['placeKinds']
  /** Area of the first host, which stands until another is chosen. */
  usualArea: string | null
  refusal: Refusal | null
  set: (part: Partial<Recording>) => void
}

/** From when to when, what kind of place, which place, and in which area. */
export function TimeAndPlaceFields({ recording, placeKinds, usualArea, refusal, set }: TimeAndPlaceFieldsProps) {
  const text = useText()
  const { startsAt, endsAt, placeKind, place, areaCode } = recording
  return (
    <>
      <div className="field-pair">
        <Field label={text('recordings.startsAt')} name="startsAt" refusal={refusal}>
          {(field) => <MomentField input={field} value={startsAt} onChange={(moment) => set({ startsAt: moment })} />}
        </Field>
        <Field label={text('recordings.endsAt')} name="endsAt" refusal={refusal}>
          {(field) => <MomentField input={field} value={endsAt} onChange={(moment) => set({ endsAt: moment })} />}
        </Field>
      </div>
      <div className="field-pair">
        <Field label={text('recordings.placeKind')} name="placeKind" refusal={refusal}>
          {(field) => (
            <SelectField
              input={field}
              value={placeKinds.some(({ code }) => code === placeKind) ? placeKind : null}
              disabled={placeKinds.length === 0}
              onChange={(code) => set({ placeKind: code })}
              options={placeKinds.map(({ code, name }) => ({ value: code, name }))}
              placeholder={text('recordings.choose')}
            />
          )}
        </Field>
        <Field label={text('recordings.place')} name="place" refusal={refusal} optional>
          {(field) => <Input {...field} maxLength={120} value={place} onChange={({ target }) => set({ place: target.value })} />}
        </Field>
      </div>
      <Field label={text('recordings.area')} name="areaCode" refusal={refusal} optional hint={text('recordings.area.hint')}>
        {(field) => (
          <AreaPicker input={field} value={areaCode === undefined ? usualArea : areaCode} onChange={(code) => set({ areaCode: code })} />
        )}
      </Field>
    </>
  )
}
