import type { NamesOfUnitFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'

/** The names of a unit by their first day, the oldest first; each lasts until the next begins. */
export function NamesOverTime({ names }: { names: NamesOfUnitFragment['names'] }) {
  const text = useText()
  return (
    <section>
      <h2>{text('renamings.names')}</h2>
      <DatedLines>
        {names.map(({ name, from, paper }) => (
          <DatedLine key={from} day={from}>
            {name} <span className="quiet">{paper ?? text('renamings.founded')}</span>
          </DatedLine>
        ))}
      </DatedLines>
    </section>
  )
}
