import { Input } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useSaved } from '../frame/Saved'
import type { MyDataFragment } from '../graph.generated'
import { CorrectMyPhoneDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { consentOf } from '../minors/minors'
import { Particular, Particulars } from '../particulars/Particulars'

/** What tells who the reader is, in plain; the phone he puts right himself, the rest the unit that keeps it. */
export function Kept({ data: { name, phone, identityNumber, guardian } }: { data: MyDataFragment }) {
  const text = useText()
  const saved = useSaved()
  const correct = useCommand(CorrectMyPhoneDocument)
  const [typed, type] = useState<string | null>(null)

  const send = async () => {
    if (typed === null || !(await correct.send({ input: { phone: typed } }))) return
    type(null)
    saved(text('myData.phone.saved'))
  }

  return (
    <section>
      <Particulars>
        <Particular name={text('myData.personName')}>{name}</Particular>
        <Particular name={text('myData.phone')}>
          {phone ?? '—'}{' '}
          {typed === null && (
            <button type="button" className="plain-button not-printed" onClick={() => type(phone ?? '')}>
              {text('myData.phone.correct')}
            </button>
          )}
        </Particular>
        <Particular name={text('myData.identityNumber')}>{identityNumber}</Particular>
        {guardian && (
          <Particular name={text('minors.guardian')}>
            {consentOf(guardian, text)} {guardian.phone}
          </Particular>
        )}
      </Particulars>
      {typed !== null && (
        <CommandForm
          command={correct}
          fields={['phone']}
          submit={text('myData.phone.submit')}
          ready={typed !== (phone ?? '')}
          onSubmit={() => void send()}
          aside={
            <button type="button" className="plain-button" onClick={() => type(null)}>
              {text('myData.phone.leave')}
            </button>
          }
        >
          <Field label={text('myData.phone')} name="phone" refusal={correct.refusal} hint={text('myData.phone.hint')}>
            {(input) => (
              <Input
                {...input}
                type="tel"
                autoComplete="tel"
                value={typed}
                onChange={({ target }) => {
                  correct.forget()
                  type(target.value)
                }}
              />
            )}
          </Field>
        </CommandForm>
      )}
      <p className="quiet small">{text('myData.correct.hint')}</p>
    </section>
  )
}
