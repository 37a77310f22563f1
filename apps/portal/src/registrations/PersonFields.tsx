import { Input } from 'antd'
import { Field } from '../form/Field'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { Person, PersonDraft } from './registrations'

interface PersonFieldsProps {
  draft: PersonDraft
  /** Who is on record; absent: a new person. */
  person?: Person
  refusal: Refusal | null
  set: (part: Partial<PersonDraft>) => void
}

/** Name, phone and identity number. What is on record is masked: left empty it stays, ticked it is taken away. */
export function PersonFields({ draft, person, refusal, set }: PersonFieldsProps) {
  const text = useText()

  const kept = (field: 'phone' | 'identityNumber') => {
    const known = person?.[field]
    if (!known) return undefined
    const without = draft.without.includes(field)
    return (
      <label className="check-line">
        {text('registrations.onRecord', { known })}{' '}
        <input
          type="checkbox"
          checked={without}
          onChange={({ target }) =>
            set({ without: target.checked ? [...draft.without, field] : draft.without.filter((other) => other !== field) })
          }
        />{' '}
        {text('registrations.takeAway')}
      </label>
    )
  }

  return (
    <>
      <Field label={text('registrations.name')} name="name" refusal={refusal}>
        {(input) => (
          <Input {...input} autoComplete="off" maxLength={40} value={draft.name} onChange={({ target }) => set({ name: target.value })} />
        )}
      </Field>
      <Field
        label={text('registrations.phone')}
        name="phone"
        refusal={refusal}
        optional
        hint={kept('phone') ?? text('registrations.phone.hint')}
      >
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
      <Field
        label={text('registrations.identityNumber')}
        name="identityNumber"
        refusal={refusal}
        optional
        hint={kept('identityNumber') ?? text('registrations.identityNumber.hint')}
      >
        {(input) => (
          <Input
            {...input}
            autoComplete="off"
            maxLength={18}
            value={draft.identityNumber}
            onChange={({ target }) => set({ identityNumber: target.value })}
          />
        )}
      </Field>
    </>
  )
}
