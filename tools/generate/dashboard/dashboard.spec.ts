import { alertsOf, readRules } from '../../alerts/rules'
import { dashboard } from './grafana'

interface Drawn {
  id: number
  type: string
  title: string
  gridPos: { x: number; y: number; w: number; h: number }
  targets?: { refId: string; expr: string }[]
}

async function panels(): Promise<Drawn[]> {
  const [file] = await dashboard()
  return (JSON.parse(file?.text ?? '') as { panels: Drawn[] }).panels
}

test('every panel has an id of its own and a title in both languages', async () => {
  const drawn = await panels()
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length)
  for (const { title } of drawn) expect(title).toMatch(/^[一-鿿].* · .*\w/)
})

test('no panel lies upon another or beyond the edge', async () => {
  const taken = new Map<string, string>()
  for (const { title, gridPos } of await panels()) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24)
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect([title, taken.get(`${x},${y}`)]).toEqual([title, undefined])
        taken.set(`${x},${y}`, title)
      }
  }
})

test('every panel that is no heading asks for something, each question under a letter of its own', async () => {
  for (const { type, targets = [] } of await panels()) {
    expect(targets.length > 0).toBe(type !== 'row')
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length)
  }
})

test('what an alert looks at is drawn', async () => {
  const metricsIn = (expression: string) => expression.match(/\b(?:sizhang|gateway|nodejs)_[a-z0-9_]+|\bup\b/g) ?? []
  const drawn = new Set((await panels()).flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr))))
  for (const { alert, expr } of alertsOf(readRules()))
    expect([alert, metricsIn(expr).filter((metric) => !drawn.has(metric))]).toEqual([alert, []])
})
