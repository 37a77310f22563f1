import { useOn } from '../date/useOn'
import { useText } from '../language/useText'

/** Says clearly that another day than today is shown, and leads back. */
export function DateBand() {
  const text = useText()
  const { on, lookAt } = useOn()
  if (!on) return null
  return (
    <p className="frame-band" role="status">
      {text('frame.lookingAt', { day: on })}
      <button type="button" className="plain-button not-printed" onClick={() => lookAt(undefined)}>
        {text('frame.backToToday')}
      </button>
    </p>
  )
}
