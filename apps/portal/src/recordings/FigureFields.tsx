import { InputNumber } from 'antd'
import { MONEY } from '../activities/activities'
import { Field } from '../form/Field'
import type { RecordingTypeFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { Recording } from './recordings'

interface FigureFieldsProps {
  recording: Recording
  /** The pack's type, which says what is asked for. */
  type: RecordingTypeFragment | undefined
  refusal: Refusal | null
  set: (part: Partial<Recording>) => void
}

/** The figures that the type asks for, in its order: 0 is zero, empty is not known. */
export function FigureFields({ recording: { figures }, type, refusal, set }: FigureFieldsProps) {
  const text = useText()
  if (!type) return <p className="quiet">{text('recordings.figures.first')}</p>
  return (
    <fieldset className="figure-fields">
      <legend className="field-label">{text('recordings.figures')}</legend>
      <p className="quiet small">{text('recordings.figures.hint')}</p>
      <div>
        {type.figures.map(({ code, name, unit, unitName, integer, required }) => (
          <Field key={code} label={name} name={`figures.${code}`} refusal={refusal} optional={!required}>
            {(field) => (
              <InputNumber
                {...field}
                inputMode={integer ? 'numeric' : 'decimal'}
                suffix={unit === MONEY ? text('recordings.yuan') : unitName}
                value={figures[code] ?? null}
                onChange={(value) => set({ figures: { ...figures, [code]: value } })}
              />
            )}
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
