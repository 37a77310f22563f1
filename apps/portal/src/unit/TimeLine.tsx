import type { ReactNode } from 'react'
import { useState } from 'react'
import { PageLink } from '../date/PageLink'
import { useRichText, useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'
import { useWords } from '../words/useWords'
import type { Entry, Unit } from './unit'
import { timeLine } from './unit'

/** As many are shown at once; the rest on demand. */
const AT_ONCE = 16

/** What became of the unit: established, terms, who came and went. Newest first. */
export function TimeLine({ unit, day }: { unit: Unit; day: string }) {
  const text = useText()
  const [all, setAll] = useState(false)
  const entries = timeLine(unit, day)
  const shown = all ? entries : entries.slice(0, AT_ONCE)

  return (
    <section>
      <h2>{text('unit.timeLine')}</h2>
      <DatedLines>
        {shown.map((entry, index) => (
          <DatedLine key={`${entry.day}-${entry.what}-${index}`} day={entry.day}>
            <Line entry={entry} />
          </DatedLine>
        ))}
      </DatedLines>
      {shown.length < entries.length && (
        <button type="button" className="plain-button not-printed" onClick={() => setAll(true)}>
          {text('unit.timeLine.more', { count: entries.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function Line({ entry }: { entry: Entry }): ReactNode {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  switch (entry.what) {
    case 'established':
    case 'dissolved':
      return text(`unit.entry.${entry.what}`)
    case 'renamed':
      return text('unit.entry.renamed', { name: entry.name })
    case 'split': {
      const [units, areas] = [words.list(entry.units), words.list(entry.areas)]
      return text(units ? 'unit.entry.split' : 'unit.entry.splitBeyond', { units, areas })
    }
    case 'tookAreas':
      return text('unit.entry.tookAreas', { unit: entry.unit ?? text('unit.split.beyond'), areas: words.list(entry.areas) })
    case 'bodyOpened':
      return text('unit.entry.bodyOpened', { body: entry.body })
    case 'termOpened':
      return text('unit.entry.termOpened', { body: entry.body, number: entry.number })
    case 'appointed':
    case 'ended': {
      const { person, kind, endReason } = entry.appointment
      const name = <PageLink to={`/people/${person.id}`}>{person.name}</PageLink>
      if (entry.what === 'appointed') return rich('unit.entry.appointed', { name, kind: words.holding(kind), seat: entry.seat })
      const reason = endReason ? words.endReason(endReason) : text('unit.entry.termOver')
      return rich('unit.entry.ended', { name, seat: entry.seat, reason })
    }
  }
}
