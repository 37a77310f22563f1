/** Every colour and size of the portal: Ant Design, ECharts and our own CSS take them from here. */
export const tokens = {
  paper: '#fbfaf7',
  sheet: '#ffffff',
  ink: '#1c2024',
  quiet: '#565b60',
  line: '#dedad0',
  lineStrong: '#b9b4a7',
  shade: '#f2f0ea',
  accent: '#0f5a60',
  accentSoft: '#e3eeee',
  warning: '#9a4a00',
  warningSoft: '#fbeedd',
  danger: '#a3261f',
  band: '#fff3c9',

  /** Status colours hold for the colour-blind and never speak alone: a word or a mark stands beside. */
  covered: '#0f6b6f',
  joint: '#5fa8a3',
  blank: '#c2521a',
  zone: '#8f8b80',
  overdue: '#9a4a00',
  unknown: '#6b6f73',

  small: 12,
  base: 14,
  reading: 16,
  heading: 20,
  figure: 32,
  row: 36,
  narrow: 768,
} as const

/** System fonts only: nothing is fetched. */
export const FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif'

/** The colours of the lines of work, in the order in which charts hand them out. */
export const series = ['#0f5a60', '#c2521a', '#3b6fb5', '#8a6d1f', '#7a4a86', '#5b6b2f'] as const
