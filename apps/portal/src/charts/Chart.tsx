import { useEffect, useRef } from 'react'
import { useText } from '../language/useText'
import { ChartValues } from './ChartValues'
import './charts.css'
import type { ChartData } from './options'
import { optionsOf } from './options'
import { SeriesNames } from './SeriesNames'

interface ChartProps extends ChartData {
  /** The one message of the chart, a sentence. */
  title: string
  /** In px. */
  height?: number
}

/** Bars or lines with their message as the title; the values stand below as a table. The drawing code is fetched when it is needed. */
export function Chart({ title, height = 260, ...data }: ChartProps) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  const shown = JSON.stringify(data)

  useEffect(() => {
    let stop: (() => void) | undefined
    let gone = false
    const draw = async (element: HTMLDivElement) => {
      const { init } = await import('./echarts')
      if (gone) return
      const chart = init(element)
      chart.setOption(optionsOf(JSON.parse(shown) as ChartData))
      const watch = new ResizeObserver(() => chart.resize())
      watch.observe(element)
      stop = () => {
        watch.disconnect()
        chart.dispose()
      }
    }
    if (place.current) void draw(place.current)
    return () => {
      gone = true
      stop?.()
    }
  }, [shown])

  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {data.kind !== 'lines' && <SeriesNames series={data.series} />}
      </figcaption>
      <div ref={place} style={{ height }} aria-hidden="true" />
      <details>
        <summary className="quiet small">{text('charts.values')}</summary>
        <ChartValues title={title} data={data} />
      </details>
    </figure>
  )
}
