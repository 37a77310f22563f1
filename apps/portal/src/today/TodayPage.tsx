import { useQuery } from '@apollo/client/react'
import { dayInShanghai, nextDay, yearBefore, yearStart } from '../date/days'
import { useOn } from '../date/useOn'
import { Figure } from '../figure/Figure'
import { Figures } from '../figure/Figures'
import { InlineFigure } from '../figure/InlineFigure'
import { TodayPageDocument } from '../graph.generated'
import { useRichText, useText } from '../language/useText'
import { WaitingGrants } from '../proposals/WaitingGrants'
import { Allowed } from '../session/Allowed'
import { read } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { CoverageTable } from './CoverageTable'
import { LatestActivities } from './LatestActivities'
import { LatestFacts } from './LatestFacts'
import { TermWarnings } from './TermWarnings'
import './today.css'

/** 今日: how far the network reaches, which terms end, what the heads did, and the latest facts as they arrive, which move the figures. */
export function TodayPage() {
  const text = useText()
  const rich = useRichText()
  const { on } = useOn()
  const to = on ?? dayInShanghai()
  const { data, error, refetch } = useQuery(TodayPageDocument, {
    variables: { on, from: on && yearStart(on), until: on && nextDay(on), yearAgo: yearBefore(to), to },
  })
  const day = data?.towns?.asOf.on

  return (
    <article className="today">
      <title>{text('today.documentTitle')}</title>
      {data ? (
        <h1>
          {rich('today.title', {
            total: <InlineFigure figure={data.towns?.total} to="/network?level=TOWN" />,
            covered: <InlineFigure figure={data.towns?.covered} to="/network?level=TOWN" />,
            blank: <InlineFigure figure={data.towns?.blank} to="/blank-spots?level=TOWN" />,
          })}
        </h1>
      ) : (
        !error && <Loading />
      )}
      <Unanswered error={error} retry={() => void refetch()} />
      {data && (
        <>
          <CoverageTable
            lines={[
              { coverage: data.counties, trend: data.countiesTrend },
              { coverage: data.towns, trend: data.townsTrend },
              { coverage: data.villages, trend: data.villagesTrend },
            ]}
            on={day}
          />
          <Figures>
            <Figure label={text('today.activities')} figure={data.work?.activities} on={day} to="/activities" />
            <Figure label={text('today.personTimes')} figure={data.work?.personTimes} on={day} to="/activities" />
            <Figure label={text('today.ledByHeads')} figure={data.work?.ledByHeads} on={day} to="/activities" />
            <Figure label={text('today.headsInPost')} figure={data.headsEntry?.persons} on={day} to="/reports" />
            <Figure label={text('today.fullHouse')} figure={data.headsEntry?.fullHouse} on={day} to="/reports" />
          </Figures>
        </>
      )}
      <Allowed to={read('accounts')}>
        <WaitingGrants />
      </Allowed>
      <div className="today-columns">
        <div>{data && <TermWarnings warnings={data.termWarnings} />}</div>
        <div>
          <Allowed to="facts.follow">
            <LatestFacts onNews={() => void refetch()} />
          </Allowed>
          {data && <LatestActivities activities={data.activities?.nodes} />}
        </div>
      </div>
    </article>
  )
}
