import { useState } from 'react'
import { CommandForm } from '../form/CommandForm'
import { useText } from '../language/useText'
import { meetChallenge } from '../session/session-api'
import { useSession } from '../session/SessionProvider'
import { CodeField, isWhole } from './CodeField'
import { Sheet } from './Sheet'
import { useAttempt } from './useAttempt'

interface CodeStepProps {
  account: string
  challenge: string
  /** Back to account and password. */
  back: () => void
}

/** The second step of a sign-in: the code of the phone, or a recovery code for who is without it. */
export function CodeStep({ account, challenge, back }: CodeStepProps) {
  const text = useText()
  const { renew } = useSession()
  const [kind, setKind] = useState<'code' | 'recovery'>('code')
  const [code, setCode] = useState('')
  const attempt = useAttempt(() => meetChallenge(account, challenge, code), renew)
  const other = kind === 'code' ? 'recovery' : 'code'

  const change = () => {
    setCode('')
    setKind(other)
  }
  return (
    <Sheet title={text('signIn.code.title')}>
      <CommandForm
        command={attempt}
        fields={['code']}
        submit={text('signIn.submit')}
        ready={isWhole(kind, code)}
        onSubmit={attempt.send}
        aside={
          <button type="button" className="plain-button" onClick={back}>
            {text('signIn.code.back')}
          </button>
        }
      >
        <CodeField key={kind} kind={kind} value={code} change={setCode} refusal={attempt.refusal} />
        <p>
          <button type="button" className="plain-button" onClick={change}>
            {text(`signIn.code.other.${other}`)}
          </button>
        </p>
      </CommandForm>
    </Sheet>
  )
}
