import { momentOf } from '../date/instants'
import type { ReasonLineFragment } from '../graph.generated'
import { useGrantWords } from '../grants/useGrantWords'
import { useText } from '../language/useText'
import './explanations.css'

/** What lets somebody do something, one a line: the role and where, from when to when, and who gave it. */
export function Reasons({ reasons }: { reasons: readonly ReasonLineFragment[] }) {
  const text = useText()
  const words = useGrantWords()
  const state = ({ covers, standing }: ReasonLineFragment) =>
    covers ? text(`explanations.standing.${standing}`) : text('explanations.elsewhere')
  const origin = ({ origin: from, giver }: ReasonLineFragment) => text(`explanations.origin.${from}`, { giver: giver ?? '—' })

  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.grant.id} className={reason.covers && reason.standing === 'HOLDS' ? undefined : 'quiet'}>
          {words.grant(reason.grant)} <span className="reason-state">{state(reason)}</span>
          <p className="quiet small">
            {[
              words.time(reason.grant),
              reason.origin === 'GRANT' && !reason.giver ? text('explanations.origin.installation') : origin(reason),
              reason.confirmer && text('explanations.confirmer', { confirmer: reason.confirmer }),
              reason.grant.givenAt && text('explanations.givenAt', { at: momentOf(reason.grant.givenAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
