import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { UnitConditionsDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import type { Condition } from './conditions'
import { lacksOf } from './conditions'
import './conditions.css'
import { useConditionText } from './useConditionText'

/** 四缺和条件: what a unit has and lacks on the day looked at, each with its evidence; what is not known is shown so. */
export function UnitConditions({ unit: { id, until } }: { unit: { id: string; until: string | null } }) {
  const text = useText()
  const words = useWords()
  const conditionText = useConditionText()
  const { on } = useOn()
  const { data, error, refetch } = useQuery(UnitConditionsDocument, { variables: { id, on } })
  const conditions = data?.unit?.conditions
  const { lacking, unknown } = lacksOf(conditions ?? [])
  const title = lacking.length > 0 ? 'conditions.lacking' : unknown > 0 ? 'conditions.notKnown' : 'conditions.notLacking'

  return (
    <section>
      <div className="body-head">
        <h2>{conditions ? text(title, { lacks: words.list(lacking.map(conditionText.lack)), unknown }) : text('conditions.name')}</h2>
        <p className="body-ways not-printed">
          {until === null && (
            <Allowed to={write('conditions')}>
              <PageLink to={`/units/${id}/conditions/new`}>{text('conditions.note')}</PageLink>
              <PageLink to="/units/conditions/import">{text('conditionImport.name')}</PageLink>
            </Allowed>
          )}
          <PageLink to={`/units/${id}/conditions`}>{text('conditions.history')}</PageLink>
        </p>
      </div>
      <Unanswered error={error} retry={() => void refetch()} />
      {conditions && (
        <dl className="particulars conditions">
          {conditions.map((condition) => (
            <Line key={condition.kind.code} condition={condition} />
          ))}
        </dl>
      )}
    </section>
  )
}

function Line({ condition: { kind, note, lacking } }: { condition: Condition }) {
  const text = useText()
  const conditionText = useConditionText()
  return (
    <div>
      <dt>{kind.name}</dt>
      <dd>
        {note ? conditionText.value(kind, note.value) : <span className="quiet">{text('conditions.unknown')}</span>}
        {lacking && kind.lack && <span className="overdue"> {conditionText.lack(kind.lack)}</span>}
        {note && (
          <span className="quiet small condition-evidence">
            {text('conditions.since', { from: note.from })} {conditionText.evidence(note)}
          </span>
        )}
      </dd>
    </div>
  )
}
