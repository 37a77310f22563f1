import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { Choices } from '../arrangement/Choices'
import { useOn } from '../date/useOn'
import { InlineFigure } from '../figure/InlineFigure'
import type { Level } from '../graph.generated'
import { BlankSpotsPageDocument } from '../graph.generated'
import { NO_AREA } from '../graph/left-out'
import { useRichText, useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import './blank-spots.css'
import { blankSpots } from './blank-spots'
import { EstablishLink } from './EstablishLink'
import { useBlankSpotColumns } from './useBlankSpotColumns'

const levels: readonly Level[] = ['COUNTY', 'TOWN', 'VILLAGE']

/** 空白点: every area without an association, by level and county; each leads to the form that founds one. */
export function BlankSpotsPage() {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  const { on } = useOn()
  const [parameters] = useSearchParams()
  const level = levels.find((it) => it === parameters.get('level')) ?? 'TOWN'
  const within = parameters.get('within') ?? undefined
  const { data, error, refetch } = useQuery(BlankSpotsPageDocument, {
    variables: { level, within, on, place: within ?? NO_AREA, narrowed: within !== undefined },
  })
  const day = data?.coverage?.asOf.on
  const spots = useMemo(() => (data && day !== undefined ? blankSpots(data.coverageGrid ?? [], day) : undefined), [data, day])
  const columns = useBlankSpotColumns(level)
  const counties = data?.counties?.nodes ?? []

  return (
    <article className="blank-spots">
      <title>{text('blankSpots.documentTitle')}</title>
      <h1>
        {data
          ? rich('blankSpots.title', {
              within: data.within?.name ?? '',
              level: words.level(level),
              total: <InlineFigure figure={data.coverage?.total} to={`/network?level=${level}`} />,
              blank: <InlineFigure figure={data.coverage?.blank} />,
            })
          : text('blankSpots.heading')}
      </h1>
      <p className="only-printed">{text('blankSpots.printed', { day: day ?? '—' })}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="blank-spots-choices">
        <Choices
          label={text('blankSpots.level')}
          parameter="level"
          usual="TOWN"
          options={levels.map((value) => ({ value, name: words.level(value) }))}
        />
        <Choices
          label={text('blankSpots.within')}
          parameter="within"
          usual=""
          options={[{ value: '', name: text('blankSpots.wholeCity') }, ...counties.map(({ code, name }) => ({ value: code, name }))]}
        />
      </div>
      {spots ? (
        <DataTable
          id="blank-spots"
          title={text('blankSpots.file', { level: words.level(level), day: day ?? '' })}
          rows={spots}
          rowKey={({ code }) => code}
          columns={columns}
          narrow={(spot) => ({
            first: (
              <span className="blank-spots-line">
                <strong>{spot.name}</strong> <EstablishLink spot={spot} />
              </span>
            ),
            second: [
              spot.county,
              spot.town,
              spot.days === null ? text('blankSpots.never') : text('blankSpots.blankFor', { days: spot.days }),
            ]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={text('blankSpots.none')}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
