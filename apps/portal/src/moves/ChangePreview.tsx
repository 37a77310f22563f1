import type { ChangePreviewFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import './change-preview.css'

type Burden = ChangePreviewFragment['units'][number]

/** 变更预览: each unit concerned, before and after side by side, and all that the change would be refused for. */
export function ChangePreview({ preview: { on, units, conflicts } }: { preview: ChangePreviewFragment }) {
  const text = useText()
  return (
    <section aria-live="polite">
      <h2>{text('moves.preview', { on })}</h2>
      <div className="change-preview">
        {units.map((burden) => (
          <UnitBeforeAndAfter key={burden.unit.id} burden={burden} />
        ))}
      </div>
      {conflicts.length > 0 && (
        <div className="refusal" role="alert">
          <p>{text('moves.conflicts', { count: conflicts.length })}</p>
          <ul>
            {conflicts.map(({ code, unit, message, hint }) => (
              <li key={`${code} ${unit?.id}`}>
                {unit && `${unit.name}: `}
                {message} <span className="small">{hint}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function UnitBeforeAndAfter({ burden }: { burden: Burden }) {
  const text = useText()
  const words = useWords()
  const { unit, ends, unitsBelow, unitsBelowAfter, covers, coversAfter, seatsHeld, employersCovered, pilot } = burden
  const areas = (list: Burden['covers']) => (list.length === 0 ? '—' : words.list(list.map(({ name }) => name)))
  const rows = [
    { name: text('moves.below'), before: unitsBelow, after: unitsBelowAfter },
    ...(covers.length + coversAfter.length > 0 ? [{ name: text('moves.covers'), before: areas(covers), after: areas(coversAfter) }] : []),
    { name: text('moves.seats'), before: seatsHeld, after: seatsHeld },
    { name: text('moves.employers'), before: employersCovered, after: employersCovered },
    ...(pilot ? [{ name: text('moves.pilot'), before: text('moves.yes'), after: text('moves.yes') }] : []),
  ]
  return (
    <table>
      <caption>
        {unit.name} {ends && <strong className="overdue">{text('moves.ends')}</strong>}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{text('moves.before')}</th>
          <th scope="col">{text('moves.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{before === after ? after : <strong>{after}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
