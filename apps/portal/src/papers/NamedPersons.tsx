import { Field } from '../form/Field'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { PersonPicker } from '../pickers/PersonPicker'
import { Several } from '../pickers/Several'
import type { Somebody } from './papers'

/** A list that is read at a glance. */
const MOST_LIKELY = 12

interface NamedPersonsProps {
  values: readonly string[]
  onChange: (ids: string[]) => void
  likely: readonly Somebody[]
  refusal: Refusal | null
}

/** 写有姓名的人员: whom a paper names. Those who are likely are ticked, others are looked for. */
export function NamedPersons({ values, onChange, likely, refusal }: NamedPersonsProps) {
  const text = useText()
  const offered = likely.slice(0, MOST_LIKELY)
  const ticked = (id: string) => values.includes(id)
  const label = text(offered.length > 0 ? 'papers.names.others' : 'papers.names')
  const others = values.filter((id) => !offered.some((one) => one.id === id))
  return (
    <>
      {offered.length > 0 && (
        <fieldset>
          <legend>{text('papers.names.likely')}</legend>
          <div className="radio-field-options">
            {offered.map(({ id, name }) => (
              <label key={id} className="check-line">
                <input
                  type="checkbox"
                  checked={ticked(id)}
                  onChange={() => onChange(ticked(id) ? values.filter((one) => one !== id) : [...values, id])}
                />{' '}
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field label={label} name="personIds" refusal={refusal} optional hint={text('papers.names.hint')}>
        {(input) => (
          <Several
            label={label}
            input={input}
            values={others}
            onChange={(chosen) => onChange([...values.filter((id) => !others.includes(id)), ...chosen])}
          >
            {(props) => <PersonPicker {...props} />}
          </Several>
        )}
      </Field>
    </>
  )
}
