import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useText } from '../language/useText'
import { invitationLink } from './invitations'
import './invitations.css'

/** The link for the invited one, to be copied: shown this once, because its secret is kept nowhere. */
export function InvitationLink({ holder, secret }: { holder: string; secret: string }) {
  const text = useText()
  const link = useRef<InputRef>(null)
  const [copied, setCopied] = useState<'yes' | 'byHand' | null>(null)

  const copy = async () => {
    link.current?.select()
    try {
      await navigator.clipboard.writeText(invitationLink(secret))
      setCopied('yes')
    } catch {
      // No clipboard without TLS, or it is forbidden: what is selected is copied by hand.
      setCopied('byHand')
    }
  }

  return (
    <section className="invitation-link not-printed" aria-labelledby="invitation-link">
      <h2 id="invitation-link">{text('invitations.link', { holder })}</h2>
      <p className="invitation-link-line">
        <Input
          ref={link}
          readOnly
          aria-labelledby="invitation-link"
          value={invitationLink(secret)}
          onFocus={({ target }) => target.select()}
        />
        <Button type="primary" onClick={() => void copy()}>
          {text('invitations.copy')}
        </Button>
      </p>
      <p role="status">{copied && text(`invitations.copied.${copied}`)}</p>
      <p>{text('invitations.link.once')}</p>
      <p className="quiet small">{text('invitations.link.send')}</p>
    </section>
  )
}
