import { useText } from '../language/useText'
import { FactLine } from './FactLine'
import { useLatestFacts } from './useLatestFacts'

/** Facts of the network as they are published, newest first. A new one glows once. `onNews` hears that some came. */
export function LatestFacts({ onNews }: { onNews: () => void }) {
  const text = useText()
  const { facts, state } = useLatestFacts(onNews)
  return (
    <section className="latest-facts">
      <h2>
        {text('today.facts')} <span className={`quiet small connection-${state}`}>{text(`today.connection.${state}`)}</span>
      </h2>
      {facts.length === 0 ? (
        <p className="quiet">{text('today.facts.none')}</p>
      ) : (
        <ol className="lines" aria-live="polite" aria-relevant="additions">
          {facts.map((fact) => (
            <FactLine key={fact.position} fact={fact} />
          ))}
        </ol>
      )}
    </section>
  )
}
