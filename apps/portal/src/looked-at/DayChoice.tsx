import { lazy, Suspense, useState } from 'react'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { useText } from '../language/useText'

const DayPicker = lazy(async () => ({ default: (await import('./DayPicker')).DayPicker }))

/** The day looked at; a click opens the calendar, which is fetched then. */
export function DayChoice() {
  const text = useText()
  const { on, lookAt } = useOn()
  const today = useToday()
  const [choosing, setChoosing] = useState(false)

  const shown = (
    <button type="button" className="plain-button" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
      {on ?? text('frame.todayOf', { day: today ?? '' })}
    </button>
  )
  return (
    <div className="frame-day">
      <span>{text('frame.asOf')}</span>
      {choosing ? (
        <Suspense fallback={shown}>
          <DayPicker day={on ?? today} choose={(day) => lookAt(day === today ? undefined : day)} close={() => setChoosing(false)} />
        </Suspense>
      ) : (
        shown
      )}
    </div>
  )
}
