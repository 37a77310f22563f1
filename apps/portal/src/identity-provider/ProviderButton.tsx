import { Button } from 'antd'
import { RefusalText } from '../form/RefusalText'
import { useText } from '../language/useText'
import type { Refused } from '../session/session-api'
import { useAttempt } from '../sign-in/useAttempt'
import './identity-provider.css'
import { useProviderName } from './useProviderName'

interface ProviderButtonProps {
  /** The text on the button, which names the `{provider}`. */
  label: string
  ask: () => Promise<{ address: string } | Refused>
}

/** The other way beside a password: to the city's identity provider. Not there where there is none. */
export function ProviderButton({ label, ask }: ProviderButtonProps) {
  const text = useText()
  const provider = useProviderName()
  const { running, refusal, failed, send } = useAttempt(
    async () => {
      const answer = await ask()
      if ('code' in answer) return answer
      location.assign(answer.address)
      return null
    },
    async () => undefined,
  )
  if (provider === null) return null
  return (
    <div className="identity-provider">
      <p className="quiet">{text('identityProvider.or')}</p>
      <Button loading={running} onClick={send}>
        {text(label, { provider })}
      </Button>
      {refusal && <RefusalText refusal={refusal} />}
      {failed && (
        <p className="refusal" role="alert">
          {text('form.failed')}
        </p>
      )}
    </div>
  )
}
