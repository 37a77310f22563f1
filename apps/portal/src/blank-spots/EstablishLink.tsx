import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import type { BlankSpot } from './blank-spots'

/** Leads to the form that founds an association, with the area filled in. */
export function EstablishLink({ spot }: { spot: BlankSpot }) {
  const text = useText()
  return (
    <PageLink to={`/units/new?area=${spot.code}`} aria-label={text('blankSpots.establishAt', { name: spot.name })} className="not-printed">
      {text('blankSpots.establish')}
    </PageLink>
  )
}
