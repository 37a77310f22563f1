import type { ReactNode } from 'react'
import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { useText } from '../language/useText'
import { CodeField, isWhole } from '../sign-in/CodeField'
import { useAttempt } from '../sign-in/useAttempt'
import { QrCode } from './QrCode'
import type { OfferedFactor } from './second-factor-api'
import { enrolFactor } from './second-factor-api'
import './second-factor.css'

interface ScanStepProps {
  offered: OfferedFactor
  enrolled: (recoveryCodes: string[]) => void
  /** For another secret: this one is over after a quarter of an hour. */
  again: () => void
  aside: ReactNode
}

/** The secret as a QR code and as text, and the code that shows that the phone has it. */
export function ScanStep({ offered, enrolled, again, aside }: ScanStepProps) {
  const text = useText()
  const [code, setCode] = useState('')
  const attempt = useAttempt(
    async () => {
      const answer = await enrolFactor(code)
      if ('code' in answer) return answer
      enrolled(answer.recoveryCodes)
      return null
    },
    async () => undefined,
  )
  return (
    <CommandForm
      command={attempt}
      fields={['code']}
      submit={text('secondFactor.enrol')}
      ready={isWhole('code', code)}
      onSubmit={attempt.send}
      aside={
        <>
          <button type="button" className="plain-button" onClick={again}>
            {text('secondFactor.again')}
          </button>
          {aside}
        </>
      }
    >
      <p>{text('secondFactor.scan')}</p>
      <QrCode content={offered.uri} name={text('secondFactor.qr')} />
      <p className="small">
        {text('secondFactor.byHand')}
        <code className="second-factor-secret">{offered.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeField kind="code" value={code} change={setCode} refusal={attempt.refusal} />
    </CommandForm>
  )
}
