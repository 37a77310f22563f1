import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { Level } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import type { BlankSpot } from './blank-spots'
import { EstablishLink } from './EstablishLink'

/** The columns that a level has: a county lies in no county, a town in no town. */
export function useBlankSpotColumns(level: Level): Column<BlankSpot>[] {
  const text = useText()
  const words = useWords()
  return useMemo(() => {
    const county: Column<BlankSpot> = {
      key: 'county',
      title: words.level('COUNTY'),
      value: ({ county }) => county,
      filter: true,
      width: 150,
    }
    const town: Column<BlankSpot> = { key: 'town', title: words.level('TOWN'), value: ({ town }) => town, filter: true, width: 170 }
    return [
      {
        key: 'name',
        title: text('blankSpots.area'),
        value: ({ name }) => name,
        show: ({ code, name }) => <PageLink to={`/network?level=${level}&area=${code}`}>{name}</PageLink>,
        width: 220,
      },
      ...(level === 'COUNTY' ? [] : [county]),
      ...(level === 'VILLAGE' ? [town] : []),
      { key: 'kind', title: text('blankSpots.kind'), value: ({ kind }) => kind && words.areaKind(kind), filter: true, width: 130 },
      { key: 'code', title: text('blankSpots.code'), value: ({ code }) => code, width: 140 },
      { key: 'since', title: text('blankSpots.since'), value: ({ since }) => since ?? text('blankSpots.never'), width: 130 },
      {
        key: 'days',
        title: text('blankSpots.days'),
        unit: text('blankSpots.daysUnit'),
        value: ({ days }) => days,
        numeric: true,
        width: 130,
      },
      {
        key: 'establish',
        title: text('blankSpots.action'),
        value: () => null,
        show: (spot) => <EstablishLink spot={spot} />,
        control: true,
        width: 120,
      },
    ]
  }, [level, text, words])
}
