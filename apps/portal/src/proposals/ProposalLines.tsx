import { PageLink } from '../date/PageLink'
import { momentOf } from '../date/instants'
import type { ProposalLineFragment } from '../graph.generated'
import { useGrantWords } from '../grants/useGrantWords'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import './proposals.css'

/** A proposal with the account that it is for. */
export interface Proposed {
  account: { id: string; holder: string }
  proposal: ProposalLineFragment
}

/** 待确认的授权, one a line, each with what the reader can do about it. */
export function ProposalLines({ proposed }: { proposed: readonly Proposed[] }) {
  const text = useText()
  const words = useGrantWords()
  const mayWrite = useMay(write('accounts'))

  return (
    <ul className="proposal-lines">
      {proposed.map(({ account, proposal: { grant, lapsesAt, own, mayDecide, mayConfirm } }) => (
        <li key={grant.id}>
          <span className="proposal-whose">{text(own ? 'proposals.own' : mayConfirm ? 'proposals.yours' : 'proposals.others')}</span>
          <span>
            {mayWrite && (own || mayDecide) ? (
              <PageLink to={`/accounts/${account.id}/proposals/${grant.id}`}>
                {text('proposals.line', { holder: account.holder, grant: words.grant(grant) })}
              </PageLink>
            ) : (
              text('proposals.line', { holder: account.holder, grant: words.grant(grant) })
            )}{' '}
            <span className="quiet small">
              {text('proposals.lapses', { by: grant.givenBy?.holder ?? '—', lapsesAt: momentOf(lapsesAt) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
