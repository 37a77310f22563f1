import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { useDraft } from '../form/useDraft'
import type { AccessPurpose, LegalBasisLineFragment, ShownField } from '../graph.generated'
import { UnmaskPersonDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import './accesses.css'
import { purposesFor, stillAsked, type AskedLook, type ShownNumber } from './accesses'

interface UnmaskDialogProps {
  person: { id: string; name: string; legalBases: readonly LegalBasisLineFragment[] }
  field: ShownField
  show: (number: ShownNumber) => void
  close: () => void
}

/** What is refused so has to be asked for anew. */
const OVER = ['ACCESS_OVER', 'IDEMPOTENCY_KEY_REUSED']

/** 查看: what for and why a number is looked at, before it is shown; the person can read both. */
export function UnmaskDialog({ person: { id, name, legalBases }, field, show, close }: UnmaskDialogProps) {
  const text = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const unmask = useCommand(UnmaskPersonDocument)
  // Of a child the same command shows the number once a second person has approved, which may be after the dialog was closed.
  const { value: kept, change: keep, discard } = useDraft<AskedLook | null>(`accesses/${id}.${field}`, null)
  const [opened] = useState(() => Date.now())
  const asked = stillAsked(kept, opened)
  const [purpose, setPurpose] = useState<AccessPurpose | null>(asked?.purpose ?? null)
  const [reason, setReason] = useState(asked?.reason ?? '')
  const awaits = asked !== null && !OVER.includes(unmask.refusal?.code ?? '')
  const title = text('accesses.dialog', { name, field: text(`accesses.field.${field}`) })

  useEffect(() => dialog.current?.showModal(), [])

  const send = async () => {
    if (!purpose) return
    if (kept && !awaits) discard()
    const said = { purpose, reason: reason.trim() }
    const done = await unmask.send({ input: { personId: id, fields: [field], ...said } }, awaits ? asked.request : undefined)
    if (!done) return
    const { phone, identityNumber, guardianPhone, awaitsApproval, until, access } = done.unmaskPerson
    if (awaitsApproval) {
      keep({ ...said, request: access.id, until })
      return
    }
    discard()
    const number = { PHONE: phone, IDENTITY_NUMBER: identityNumber, GUARDIAN_PHONE: guardianPhone }[field]
    if (number !== null) show({ number, until })
    close()
  }

  return (
    <dialog ref={dialog} className="unmask-dialog" aria-label={title} onClose={close}>
      <h2>{title}</h2>
      <p>{text('accesses.dialog.lead')}</p>
      <p role="status" className="unmask-awaits">
        {awaits && text('accesses.awaits')}
      </p>
      <CommandForm
        command={unmask}
        fields={['purpose', 'reason']}
        submit={text(awaits ? 'accesses.lookAgain' : 'accesses.look')}
        ready={purpose !== null && reason.trim().length >= 3}
        onSubmit={() => void send()}
        aside={
          <button type="button" className="plain-button" onClick={close}>
            {text('accesses.dialog.close')}
          </button>
        }
      >
        {!awaits && (
          <>
            <RadioField
              label={text('accesses.purpose')}
              name="purpose"
              refusal={unmask.refusal}
              options={purposesFor(field, legalBases).map((value) => ({ value, name: text(`accesses.purpose.${value}`) }))}
              value={purpose}
              onChange={setPurpose}
            />
            <Field label={text('accesses.reason')} name="reason" refusal={unmask.refusal} hint={text('accesses.reason.hint')}>
              {(input) => (
                <Input.TextArea {...input} rows={2} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
              )}
            </Field>
          </>
        )}
      </CommandForm>
    </dialog>
  )
}
