import { useIntl } from 'react-intl'
import { useText } from '../language/useText'
import './figure.css'

/** A value on a day. */
export interface TrendPoint {
  on: string
  value: number
}

const WIDTH = 72
const HEIGHT = 18

/** How a figure went over a time: the difference in words, the way there as a small line. */
export function Trend({ points }: { points: readonly TrendPoint[] }) {
  const text = useText()
  const { formatNumber } = useIntl()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 2) return null

  const [low, high] = [Math.min(...points.map(({ value }) => value)), Math.max(...points.map(({ value }) => value))]
  const line = points.map(({ value }, index) => {
    const x = (index / (points.length - 1)) * WIDTH
    const y = high === low ? HEIGHT / 2 : HEIGHT - 1 - ((value - low) / (high - low)) * (HEIGHT - 2)
    return `${x.toFixed(1)},${y.toFixed(1)}`
  })
  const difference = last.value - first.value
  return (
    <span className="trend" title={text('figure.trend', { from: first.on, before: first.value, to: last.on, after: last.value })}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <polyline points={line.join(' ')} />
      </svg>{' '}
      {difference === 0 ? text('figure.trend.same') : formatNumber(difference, { signDisplay: 'always' })}
    </span>
  )
}
