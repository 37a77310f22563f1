import { useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { read } from '../session/verbs'
import { useComparedDays } from './useComparedDays'

/** Leads from the network on a day to what changed between that day and today, of today in the last year; in the area that is looked into. */
export function ChangesLink() {
  const text = useText()
  const days = useComparedDays()
  const [parameters] = useSearchParams()
  const within = parameters.get('within')
  if (!days) return null
  return (
    <Allowed to={read('units')}>
      <PageLink to={within ? `/network/changes?within=${within}` : '/network/changes'}>
        {text('networkChanges.link', { from: days.from, to: days.to })}
      </PageLink>
    </Allowed>
  )
}
