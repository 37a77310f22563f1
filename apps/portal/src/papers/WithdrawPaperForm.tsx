import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { RadioField } from '../form/RadioField'
import { useSaved } from '../frame/Saved'
import type { PaperLineFragment, PaperWithdrawalReason } from '../graph.generated'
import { WithdrawPaperDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'

const grounds: readonly PaperWithdrawalReason[] = ['WRONG_FILE', 'UNREADABLE', 'NAMES_SOMEBODY']

/** 撤回扫描件: says that there is no way back, and asks why. */
export function WithdrawPaperForm({ paper: { id }, onDone }: { paper: PaperLineFragment; onDone: () => void }) {
  const text = useText()
  const saved = useSaved()
  const withdraw = useCommand(WithdrawPaperDocument)
  const [reason, setReason] = useState<PaperWithdrawalReason | null>(null)

  const send = async () => {
    if (reason && (await withdraw.send({ input: { paperId: id, reason } }))) saved(text('papers.withdraw.saved'))
  }

  return (
    <CommandForm
      command={withdraw}
      fields={['reason']}
      submit={text('papers.withdraw')}
      ready={reason !== null}
      onSubmit={() => void send()}
      aside={
        <button type="button" className="plain-button" onClick={onDone}>
          {text('papers.withdraw.leave')}
        </button>
      }
    >
      <RadioField
        label={text('papers.withdraw.why')}
        name="reason"
        refusal={withdraw.refusal}
        hint={text('papers.withdraw.consequence')}
        options={grounds.map((value) => ({ value, name: text(`papers.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
    </CommandForm>
  )
}
