import { useEffect, useRef, useState } from 'react'
import { useOn } from '../date/useOn'
import { useText } from '../language/useText'
import { useSettled } from '../screen/useSettled'
import './network-time.css'
import { stopAt } from './stops'
import { useStops } from './useStops'

/** Keys that are held down send one stop after another: the page asks once they rest. */
const REST_MS = 250

/** The day looked at, on a line from the first founding to today. Where it is let go is the day of the address; on the way nothing is asked. */
export function TimeSlider() {
  const stops = useStops()
  return <div className="time-slider not-printed">{stops && stops.length > 1 && <Line stops={stops} />}</div>
}

function Line({ stops }: { stops: readonly string[] }) {
  const text = useText()
  const { on, lookAt } = useOn()
  const slider = useRef<HTMLInputElement>(null)
  const [moved, setMoved] = useState<number>()
  const [letGo, setLetGo] = useState<number>()
  const rested = useSettled(letGo, REST_MS)
  const last = stops.length - 1
  const today = stops[last] ?? ''
  const dayOf = (stop: number) => (stop === last ? undefined : stops[stop])

  useEffect(() => {
    const input = slider.current
    // React takes each step of the way for a change; the browser's own says that the slider was let go.
    const keep = () => setLetGo(input?.valueAsNumber)
    input?.addEventListener('change', keep)
    return () => input?.removeEventListener('change', keep)
  }, [])
  useEffect(() => {
    if (rested !== undefined && dayOf(rested) !== on) lookAt(dayOf(rested))
    // Only what is let go goes into the address, and not back.
  }, [rested])
  useEffect(() => {
    if (letGo !== undefined && dayOf(letGo) !== on) return
    setMoved(undefined)
    setLetGo(undefined)
  }, [on, rested])

  const stop = moved ?? stopAt(stops, on ?? today)
  const day = moved === undefined ? on : dayOf(moved)
  const said = day ?? text('networkTime.today', { day: today })
  return (
    <>
      <label htmlFor="time-slider" className="quiet">
        {text('networkTime.label')}
      </label>
      <span className="time-slider-line">
        <span className="quiet small">{stops[0]}</span>
        <input
          ref={slider}
          id="time-slider"
          type="range"
          min={0}
          max={last}
          value={stop}
          aria-valuetext={said}
          onChange={({ target }) => setMoved(target.valueAsNumber)}
        />
        <span className="quiet small">{text('networkTime.end')}</span>
      </span>
      <strong aria-hidden="true">{said}</strong>
    </>
  )
}
