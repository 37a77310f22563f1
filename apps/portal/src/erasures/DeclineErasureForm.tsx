import { Input } from 'antd'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useSaved } from '../frame/Saved'
import { DeclineErasureDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'

/** 不同意删除: answers a request with a reason, which the person can read. */
export function DeclineErasureForm({ personId, asked }: { personId: string; asked: string }) {
  const text = useText()
  const saved = useSaved()
  const decline = useCommand(DeclineErasureDocument)
  const [reason, setReason] = useState('')

  const send = async () => {
    if (await decline.send({ input: { personId, reason: reason.trim() } })) saved(text('erasures.declined'))
  }

  return (
    <section>
      <h2>{text('erasures.asked', { on: asked })}</h2>
      <CommandForm
        command={decline}
        fields={['reason']}
        submit={text('erasures.decline')}
        ready={reason.trim().length >= 3}
        onSubmit={() => void send()}
      >
        <Field label={text('erasures.decline.reason')} name="reason" refusal={decline.refusal} hint={text('erasures.decline.hint')}>
          {(input) => (
            <Input.TextArea {...input} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </section>
  )
}
