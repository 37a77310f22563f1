import { RadioField } from '../form/RadioField'
import type { RecordingChoicesFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { Recording } from './recordings'

interface TypeFieldsProps {
  recording: Recording
  choices: RecordingChoicesFragment
  refusal: Refusal | null
  set: (part: Partial<Recording>) => void
}

/** The line first, then its types of activity. */
export function TypeFields({ recording: { department, type }, choices: { departments }, refusal, set }: TypeFieldsProps) {
  const text = useText()
  const types = departments.find(({ code }) => code === department)?.activityTypes ?? []
  return (
    <>
      <RadioField
        label={text('recordings.department')}
        options={departments.map(({ code, name }) => ({ value: code, name }))}
        value={department}
        onChange={(code) => set({ department: code, type: null })}
      />
      {types.length > 0 && (
        <RadioField
          label={text('recordings.type')}
          name="type"
          refusal={refusal}
          options={types.map(({ code, name }) => ({ value: code, name }))}
          value={type}
          onChange={(code) => set({ type: code })}
        />
      )}
    </>
  )
}
