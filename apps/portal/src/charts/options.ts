import type { EChartsCoreOption } from 'echarts/core'
import { FONTS, series as colours, tokens } from '../theme/tokens'

/** One line, or one colour of the bars. */
export interface Series {
  name: string
  /** One a category; null: unknown, a gap. */
  values: readonly (number | null)[]
  colour?: string
}

/** What a chart shows. */
export interface ChartData {
  kind: 'lines' | 'bars' | 'stacked-bars'
  categories: readonly string[]
  series: readonly Series[]
  unit: string
}

/** Room for the name at the end of a line, in px; a longer one is broken. */
const LABEL = 104

/** In our tokens, with the names at the lines instead of a legend. Texts of the tip are drawn, so no style is written into the page. */
export function optionsOf({ kind, categories, series, unit }: ChartData): EChartsCoreOption {
  const text = { fontFamily: FONTS, fontSize: tokens.small, color: tokens.quiet }
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: kind === 'lines' ? LABEL + 6 : 16, top: 28, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: tokens.ink,
      borderWidth: 0,
      textStyle: { ...text, color: tokens.sheet },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value.toLocaleString()} ${unit}` : '—'),
    },
    xAxis: {
      type: 'category',
      data: [...categories],
      axisLine: { lineStyle: { color: tokens.lineStrong } },
      axisTick: { show: false },
      axisLabel: text,
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { ...text, align: 'right' },
      minInterval: 1,
      splitLine: { lineStyle: { color: tokens.line } },
      axisLabel: text,
    },
    series: series.map(({ name, values, colour }, index) =>
      drawn(kind, name, values, colour ?? colours[index % colours.length] ?? tokens.accent),
    ),
  }
}

function drawn(kind: ChartData['kind'], name: string, values: readonly (number | null)[], colour: string) {
  const data = [...values]
  if (kind === 'lines') {
    const endLabel = {
      show: true,
      formatter: '{a} {c}',
      fontFamily: FONTS,
      fontSize: tokens.small,
      color: colour,
      width: LABEL,
      overflow: 'break',
    }
    return {
      type: 'line',
      name,
      data,
      color: colour,
      symbol: 'none',
      lineStyle: { width: 2 },
      endLabel,
      labelLayout: { moveOverlap: 'shiftY' },
    }
  }
  const stacked = kind === 'stacked-bars'
  const label = { show: !stacked, position: 'top', fontFamily: FONTS, fontSize: tokens.small, color: tokens.ink }
  return { type: 'bar', name, data, color: colour, stack: stacked ? 'all' : undefined, barMaxWidth: 28, label }
}
