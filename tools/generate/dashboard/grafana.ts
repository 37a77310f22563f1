import type { Generated } from '../files'
import { rows, type Panel, type Row } from './panels'

/** Of the 24 columns of Grafana's grid. */
const NUMBER = { w: 6, h: 4 }
const CURVE = { w: 8, h: 8 }
const WIDTH = 24

/** The dashboard as Grafana imports it. */
export function dashboard(): Promise<Generated[]> {
  const text = JSON.stringify(
    {
      uid: 'sizhang',
      title: '四长 · Sizhang',
      tags: ['sizhang'],
      schemaVersion: 39,
      editable: true,
      refresh: '30s',
      time: { from: 'now-3h', to: 'now' },
      templating: { list: [source, service] },
      panels: laidOut(rows),
    },
    null,
    2,
  )
  return Promise.resolve([{ file: 'infra/dashboards/sizhang.json', text: `${text}\n` }])
}

const source = { name: 'source', label: '数据源 · Source', type: 'datasource', query: 'prometheus' }
const service = {
  name: 'service',
  label: '服务 · Service',
  type: 'query',
  datasource: { type: 'prometheus', uid: '${source}' },
  query: 'label_values(process_start_time_seconds, service)',
  refresh: 2,
  multi: true,
  includeAll: true,
  allValue: '.+',
  current: { text: 'All', value: '$__all' },
}

function laidOut(all: Row[]): object[] {
  const panels: object[] = []
  let y = 0
  for (const { title, panels: ofRow } of all) {
    panels.push({ id: panels.length + 1, type: 'row', title, collapsed: false, panels: [], gridPos: { x: 0, y, w: WIDTH, h: 1 } })
    y += 1
    let x = 0
    let height = 0
    for (const panel of ofRow) {
      const { w, h } = panel.redFrom === undefined ? CURVE : NUMBER
      if (x + w > WIDTH) [x, y, height] = [0, y + height, 0]
      panels.push({ id: panels.length + 1, ...drawn(panel), gridPos: { x, y, w, h } })
      x += w
      height = Math.max(height, h)
    }
    y += height
  }
  return panels
}

function drawn({ title, description, unit, redFrom, queries }: Panel): object {
  const steps = redFrom === undefined ? [{ color: 'green' }] : [{ color: 'green' }, { color: 'red', value: redFrom }]
  return {
    type: redFrom === undefined ? 'timeseries' : 'stat',
    title,
    description,
    datasource: { type: 'prometheus', uid: '${source}' },
    fieldConfig: { defaults: { unit, min: 0, thresholds: { mode: 'absolute', steps } }, overrides: [] },
    targets: queries.map(([expr, legendFormat], place) => ({ refId: String.fromCharCode(65 + place), expr, legendFormat })),
  }
}
