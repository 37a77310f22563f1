import { useText } from '../language/useText'
import type { Standing } from './body'

/** 结构要求: the quotas of structure of the day, each with its state in words and the figures that it rests on. */
export function Structure({ standings }: { standings: readonly Standing[] }) {
  const text = useText()
  return (
    <section>
      <h2>{text('body.structure', { met: standings.filter(({ state }) => state === 'MET').length, count: standings.length })}</h2>
      <ul className="structure">
        {standings.map((standing) => (
          <li key={standing.code}>
            <span className={`structure-state structure-${standing.state.toLowerCase()}`}>{text(`body.structure.${standing.state}`)}</span>
            <span>
              {standing.rule}{' '}
              <span className="quiet small">
                {text(standing.isShare ? 'body.structure.share' : 'body.structure.count', standing)}
                {standing.unknown > 0 && ` ${text('body.structure.unknown', standing)}`} {text('body.structure.basis', standing)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
