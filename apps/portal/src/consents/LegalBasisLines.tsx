import type { ReactNode } from 'react'
import type { LegalBasisLineFragment } from '../graph.generated'
import { useText } from '../language/useText'
import './consents.css'
import { standingOf } from './consents'

interface LegalBasisLinesProps {
  bases: readonly LegalBasisLineFragment[]
  /** What can be done about one of them; absent: nothing. */
  action?: (basis: LegalBasisLineFragment) => ReactNode
}

/** 处理目的和依据: purpose by purpose, on what it rests and since when; the text that was shown opens below. */
export function LegalBasisLines({ bases, action }: LegalBasisLinesProps) {
  const text = useText()
  return (
    <ul className="legal-bases">
      {bases.map((basis) => {
        const { purpose, on, withdrawnOn, means, textVersion } = basis
        const standing = standingOf(basis)
        return (
          <li key={purpose.code}>
            <p>
              <strong>{purpose.name}</strong>{' '}
              <span className={basis.inForce ? undefined : 'legal-basis-not'}>
                {text(`consents.standing.${standing}`, { on: standing === 'withdrawn' ? withdrawnOn : on })}
              </span>{' '}
              <span className="quiet small">
                {purpose.basis === 'CONSENT'
                  ? standing === 'given' &&
                    text('consents.shown', { means: means && text(`consents.means.${means}`), version: textVersion })
                  : text(`consents.basis.${purpose.basis}`)}
              </span>{' '}
              {action?.(basis)}
            </p>
            <details>
              <summary>{text('consents.text', { version: purpose.textVersion })}</summary>
              <p>{purpose.text}</p>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
