import { nextDay } from '../date/days'
import { useToday } from '../date/useToday'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import type { ConsentMeans, PurposeTermsFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import type { ConsentDraft } from './consents'
import './consents.css'

interface ConsentFieldsProps {
  draft: ConsentDraft
  terms: readonly PurposeTermsFragment[]
  refusal: Refusal | null
  /** With a heading of its own, in a form about more than one consent. */
  headed?: boolean
  set: (part: Partial<ConsentDraft>) => void
}

const means: readonly ConsentMeans[] = ['SIGNED_PAPER', 'ON_SCREEN']

/** 告知与同意: what each purpose is, and to which of them the person agrees; how and when is asked once he agrees to one. */
export function ConsentFields({ draft, terms, refusal, headed = false, set }: ConsentFieldsProps) {
  const text = useText()
  const today = useToday()
  const { purposes } = draft

  return (
    <fieldset className="consent-fields" aria-label={text('consents.name')}>
      {headed && <legend className="field-label">{text('consents.name')}</legend>}
      <p className="quiet small">{text(headed ? 'consents.fields.leadNew' : 'consents.fields.lead')}</p>
      {terms.map(({ code, name, basis, text: told, textVersion }) => (
        <div key={code}>
          {basis === 'CONSENT' ? (
            <label className="check-line">
              <input
                type="checkbox"
                checked={purposes.includes(code)}
                onChange={({ target }) =>
                  set({ purposes: target.checked ? [...purposes, code] : purposes.filter((other) => other !== code) })
                }
              />{' '}
              {text('consents.fields.agrees', { name })}
            </label>
          ) : (
            <p>
              {name} <span className="quiet small">{text(`consents.basis.${basis}`)}</span>
            </p>
          )}
          <details>
            <summary>{text('consents.text', { version: textVersion })}</summary>
            <p>{told}</p>
          </details>
        </div>
      ))}
      {purposes.length > 0 && (
        <RadioField
          label={text('consents.means')}
          options={means.map((value) => ({ value, name: text(`consents.means.${value}`) }))}
          value={draft.means}
          onChange={(chosen) => set({ means: chosen })}
        />
      )}
      {purposes.length > 0 && draft.means === 'SIGNED_PAPER' && (
        <Field label={text('consents.on')} name={(headed ? ['consents', 0, 'on'] : ['consent', 'on']).join('.')} refusal={refusal}>
          {(input) => <DateField input={input} value={draft.on} onChange={(on) => set({ on })} {...(today && { until: nextDay(today) })} />}
        </Field>
      )}
    </fieldset>
  )
}
