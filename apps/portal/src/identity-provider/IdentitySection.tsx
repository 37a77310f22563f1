import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '../date/instants'
import { useText } from '../language/useText'
import { PasswordStep } from '../second-factor/PasswordStep'
import type { Identity } from './identity-provider-api'
import { askToLink, unlinkIdentity } from './identity-provider-api'
import { useProviderName } from './useProviderName'

interface IdentitySectionProps {
  identity: Identity
  /** Asks anew, after a change. */
  changed: () => Promise<void>
}

/** Whether the city's identity provider opens the reader's account; to link or to unlink it takes the password. Not there without a provider. */
export function IdentitySection({ identity: { since, hasPassword }, changed }: IdentitySectionProps) {
  const text = useText()
  const provider = useProviderName()
  const [asking, setAsking] = useState(false)
  if (provider === null) return null

  const aside = <Button onClick={() => setAsking(false)}>{text('identityProvider.leave')}</Button>
  const start = (label: string) =>
    !asking && (
      <button type="button" className="plain-button not-printed" onClick={() => setAsking(true)}>
        {text(label)}
      </button>
    )
  const unlinked = () => {
    setAsking(false)
    void changed()
  }
  return (
    <section aria-labelledby="my-identity">
      <h2 id="my-identity">{provider}</h2>
      {since === null ? (
        <>
          <p>
            {text('identityProvider.notLinked', { provider })} {start('identityProvider.link')}
          </p>
          {asking && (
            <PasswordStep
              submit={text('identityProvider.goAndLink', { provider })}
              ask={askToLink}
              answered={({ address }) => location.assign(address)}
              aside={aside}
            />
          )}
        </>
      ) : (
        <>
          <p>
            {text(hasPassword ? 'identityProvider.linked' : 'identityProvider.onlyWay', { day: dayOf(since), provider })}{' '}
            {hasPassword && start('identityProvider.unlink')}
          </p>
          {asking && (
            <PasswordStep
              submit={text('identityProvider.unlink')}
              ask={async (password) => (await unlinkIdentity(password)) ?? {}}
              answered={unlinked}
              aside={aside}
            />
          )}
        </>
      )}
    </section>
  )
}
