import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import type { BlankSpot } from './blank-spots'

/** Leads to the form that founds an association, with the area filled in. */
export function EstablishLink({ spot }: { spot: BlankSpot }) {
  const text = useText()
  return (
    <Allowed to={write('units')}>
      <PageLink
        to={`/units/new?area=${spot.code}`}
        aria-label={text('blankSpots.establishAt', { name: spot.name })}
        className="not-printed"
      >
        {text('blankSpots.establish')}
      </PageLink>
    </Allowed>
  )
}
