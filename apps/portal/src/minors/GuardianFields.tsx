import { Input } from 'antd'
import { nextDay } from '../date/days'
import { useToday } from '../date/useToday'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import type { GuardianRelation, GuardianTermsFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { ChildDraft } from './minors'
import './minors.css'

interface GuardianFieldsProps {
  draft: ChildDraft
  /** What is ticked where there is something to say of a guardian. */
  label: string
  told: GuardianTermsFragment['guardianText']
  /** Whether the birth date can be said where there is no identity number. */
  withBirthDate: boolean
  refusal: Refusal | null
  set: (part: Partial<ChildDraft>) => void
}

const relations: readonly GuardianRelation[] = ['PARENT', 'GRANDPARENT', 'SIBLING', 'OTHER_GUARDIAN']

/** 未满十四周岁: the guardian, who has signed before anything of the child is kept. */
export function GuardianFields({ draft, label, told, withBirthDate, refusal, set }: GuardianFieldsProps) {
  const text = useText()
  const today = useToday()
  const until = today && nextDay(today)

  return (
    <fieldset className="guardian-fields">
      <label className="check-line">
        <input type="checkbox" checked={draft.isChild} onChange={({ target }) => set({ isChild: target.checked })} /> {label}
      </label>
      {draft.isChild && (
        <>
          <p className="quiet small">{text('minors.lead')}</p>
          <details>
            <summary>{text('minors.text', { version: told.version })}</summary>
            <p>{told.text}</p>
          </details>
          {withBirthDate && (
            <Field label={text('minors.birthDate')} name="birthDate" refusal={refusal} optional hint={text('minors.birthDate.hint')}>
              {(input) => (
                <DateField input={input} value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} {...(until && { until })} />
              )}
            </Field>
          )}
          <Field label={text('minors.guardianName')} name="guardian.name" refusal={refusal}>
            {(input) => (
              <Input
                {...input}
                autoComplete="off"
                maxLength={40}
                value={draft.name}
                onChange={({ target }) => set({ name: target.value })}
              />
            )}
          </Field>
          <Field label={text('minors.guardianPhone')} name="guardian.phone" refusal={refusal} hint={text('minors.guardianPhone.hint')}>
            {(input) => (
              <Input
                {...input}
                autoComplete="off"
                inputMode="tel"
                value={draft.phone}
                onChange={({ target }) => set({ phone: target.value })}
              />
            )}
          </Field>
          <RadioField
            label={text('minors.relation')}
            options={relations.map((value) => ({ value, name: text(`minors.relation.${value}`) }))}
            value={draft.relation}
            onChange={(relation) => set({ relation })}
          />
          <Field label={text('minors.on')} name="guardian.on" refusal={refusal}>
            {(input) => <DateField input={input} value={draft.on} onChange={(on) => set({ on })} {...(until && { until })} />}
          </Field>
        </>
      )}
    </fieldset>
  )
}
