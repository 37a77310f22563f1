import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import type { FormationMode, Level } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { Several } from '../pickers/Several'
import { UnitPicker } from '../pickers/UnitPicker'
import { useWords } from '../words/useWords'
import type { Founding } from './foundings'

interface FormationFieldsProps {
  founding: Founding
  /** The level that the type serves; null: it covers no area. */
  level: Level | null
  refusal: Refusal | null
  set: (part: Partial<Founding>) => void
}

const modes: readonly FormationMode[] = ['OWN', 'JOINT_BY_AREA', 'BY_INDUSTRY', 'HOSTED']

/** How the unit is founded; jointly: which further areas it covers, hosted: by which unit. */
export function FormationFields({ founding: { mode, alsoCovers, hostId }, level, refusal, set }: FormationFieldsProps) {
  const text = useText()
  const words = useWords()
  return (
    <>
      <RadioField
        label={text('foundings.mode')}
        name="mode"
        refusal={refusal}
        options={modes.map((value) => ({ value, name: words.mode(value) }))}
        value={mode}
        onChange={(value) => set({ mode: value })}
      />
      {mode === 'JOINT_BY_AREA' && level && (
        <Field label={text('foundings.alsoCovers')} name="alsoCovers" refusal={refusal} hint={text('foundings.alsoCovers.hint')}>
          {(field) => (
            <Several
              label={text('foundings.alsoCovers')}
              input={field}
              values={alsoCovers}
              onChange={(codes) => set({ alsoCovers: codes })}
            >
              {(picker) => <AreaPicker {...picker} level={level} />}
            </Several>
          )}
        </Field>
      )}
      {mode === 'HOSTED' && (
        <Field label={text('foundings.host')} name="hostId" refusal={refusal}>
          {(field) => <UnitPicker input={field} value={hostId} onChange={(chosen) => set({ hostId: chosen })} />}
        </Field>
      )}
    </>
  )
}
