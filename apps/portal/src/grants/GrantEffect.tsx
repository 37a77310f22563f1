import { useQuery } from '@apollo/client/react'
import type { GrantInput, RoleChoiceFragment } from '../graph.generated'
import { PreviewGrantDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { useSettled } from '../screen/useSettled'
import './grants.css'

interface GrantEffectProps {
  /** The grant as it would be sent; null: something is missing still. */
  grant: GrantInput | null
  /** Its role, whose verbs are listed above. */
  role: RoleChoiceFragment | undefined
  /** To whom; left out: a new account. */
  accountId?: string
}

/** What a grant would change, before it is saved: what comes to it, what stands in its way, and whether a second account has to confirm it. */
export function GrantEffect({ grant, role, accountId }: GrantEffectProps) {
  const text = useText()
  // As text, so that only another grant asks anew.
  const settled = JSON.parse(useSettled(JSON.stringify(grant))) as GrantInput | null
  const { data } = useQuery(PreviewGrantDocument, {
    variables: { accountId, grant: settled ?? { role: '', from: '' } },
    skip: settled === null,
    fetchPolicy: 'network-only',
  })
  const effect = data?.previewGrant
  if (!settled || !effect) return null
  const { added, lacking, fourEyes, nobodyElse, units, persons, message } = effect
  const names = (verbs: typeof added) => verbs.map(({ name }) => name).join(text('grants.effect.separator'))
  const news = () => {
    if (added.length === 0) return text('grants.effect.nothing')
    return added.length === role?.verbs.length ? text('grants.effect.all') : text('grants.effect.added', { verbs: names(added) })
  }
  const sight = units !== null || persons !== null

  return (
    <div className="grant-effect" role="status">
      <p className="grant-effect-name">{text('grants.effect')}</p>
      {message && <p className="grant-hindered">{text('grants.effect.refusal', { message })}</p>}
      {lacking.length > 0 && <p>{text('grants.effect.lacking', { verbs: names(lacking) })}</p>}
      <p>{news()}</p>
      {sight && <p>{text('grants.effect.sight', { units: units ?? '—', persons: persons ?? '—' })}</p>}
      {fourEyes && <p>{text('grants.effect.fourEyes')}</p>}
      {nobodyElse && <p>{text('grants.effect.nobodyElse')}</p>}
    </div>
  )
}
