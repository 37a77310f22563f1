import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import './form.css'

/** A refusal that teaches: what is wrong, which rule says so, and what to do now. */
export function RefusalText({ id, refusal }: { id?: string; refusal: Refusal }) {
  const text = useText()
  const clause = refusal.rule?.match(/^N\d/) ? refusal.rule : null
  return (
    <div id={id} className="refusal" role="alert">
      <p>{refusal.message}</p>
      {refusal.rule && <p>{clause ? text('form.clause', { clause }) : text('form.rule', { rule: refusal.rule })}</p>}
      {refusal.hint && <p>{text('form.hint', { hint: refusal.hint })}</p>}
    </div>
  )
}
