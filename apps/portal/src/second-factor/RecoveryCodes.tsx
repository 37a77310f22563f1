import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useText } from '../language/useText'
import { useSession } from '../session/SessionProvider'
import './second-factor.css'

/** The recovery codes, shown this once: to be printed or copied. */
export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const text = useText()
  const { session } = useSession()
  const list = useRef<HTMLOListElement>(null)
  const [copied, setCopied] = useState<'yes' | 'byHand' | null>(null)

  const copy = async () => {
    if (list.current) getSelection()?.selectAllChildren(list.current)
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      setCopied('yes')
    } catch {
      // No clipboard without TLS, or it is forbidden: what is selected is copied by hand.
      setCopied('byHand')
    }
  }
  return (
    <section className="recovery-codes" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{text('secondFactor.codes')}</h2>
      <p>{text('secondFactor.codes.why')}</p>
      {session.state === 'in' && <p className="only-printed">{text('session.account', { name: session.account.name })}</p>}
      <ol ref={list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="recovery-codes-ways not-printed">
        <Button onClick={() => print()}>{text('secondFactor.codes.print')}</Button>
        <Button onClick={() => void copy()}>{text('secondFactor.codes.copy')}</Button>
        <Button type="primary" onClick={done}>
          {text('secondFactor.codes.kept')}
        </Button>
      </p>
      <p role="status" className="not-printed">
        {copied && text(`secondFactor.codes.copied.${copied}`)}
      </p>
    </section>
  )
}
