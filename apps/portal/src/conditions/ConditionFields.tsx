import { Input, InputNumber } from 'antd'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { SelectField } from '../form/SelectField'
import type { ConditionKindFragment, NoteConditionPageQuery } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { NoteDraft } from './conditions'

interface ConditionFieldsProps {
  draft: NoteDraft
  /** The kind that is noted: it says how the value is typed. */
  kind: ConditionKindFragment | undefined
  sources: NoteConditionPageQuery['conditionSources']
  /** First day of the unit. */
  unitFrom: string
  /** Before the names of the fields in the command's input, such as `instead.`. */
  path?: string
  refusal: Refusal | null
  set: (part: Partial<NoteDraft>) => void
}

/** Value, first day and evidence of a note. */
export function ConditionFields({ draft, kind, sources, unitFrom, path = '', refusal, set }: ConditionFieldsProps) {
  const text = useText()
  const value = text(kind ? `conditions.typed.${kind.measure}` : 'conditions.typed')

  return (
    <>
      {kind?.measure === 'YES_NO' ? (
        <RadioField
          label={value}
          name={`${path}value`}
          refusal={refusal}
          options={[
            { value: '1', name: text('conditions.yes') },
            { value: '0', name: text('conditions.no') },
          ]}
          value={draft.value === null ? null : String(draft.value)}
          onChange={(chosen) => set({ value: Number(chosen) })}
        />
      ) : (
        <Field label={value} name={`${path}value`} refusal={refusal} hint={text('conditions.value.hint')}>
          {(input) => (
            <InputNumber
              {...input}
              min={0}
              precision={kind?.measure === 'COUNT' ? 0 : 2}
              disabled={!kind}
              value={draft.value}
              onChange={(number) => set({ value: number })}
            />
          )}
        </Field>
      )}
      <Field
        label={text('conditions.from')}
        name={`${path}from`}
        refusal={refusal}
        hint={text(kind?.yearly ? 'conditions.from.yearly' : 'conditions.from.hint')}
      >
        {(input) => <DateField input={input} value={draft.from} onChange={(from) => set({ from })} from={unitFrom} />}
      </Field>
      <Field label={text('conditions.source')} name={`${path}source`} refusal={refusal}>
        {(input) => (
          <SelectField
            input={input}
            value={draft.source}
            onChange={(source) => set({ source })}
            options={sources.map(({ code, name }) => ({ value: code, name }))}
            placeholder={text('conditions.choose')}
          />
        )}
      </Field>
      <Field
        label={text('conditions.evidenceTitle')}
        name={`${path}evidenceTitle`}
        refusal={refusal}
        hint={text('conditions.evidenceTitle.hint')}
      >
        {(input) => (
          <Input {...input} maxLength={120} value={draft.evidenceTitle} onChange={({ target }) => set({ evidenceTitle: target.value })} />
        )}
      </Field>
      <Field label={text('conditions.evidenceNumber')} name={`${path}evidenceNumber`} refusal={refusal} optional>
        {(input) => (
          <Input {...input} maxLength={60} value={draft.evidenceNumber} onChange={({ target }) => set({ evidenceNumber: target.value })} />
        )}
      </Field>
    </>
  )
}
