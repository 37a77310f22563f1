import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { ImportSeatsPageDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ImportListPage } from '../list-import/ImportListPage'
import type { ListKind } from '../list-import/list-import'
import { useWords } from '../words/useWords'
import type { PreviewedSeat, SeatsImported } from './seat-import'

const columns = [
  ...(['unit', 'kind', 'body', 'opened', 'term', 'from', 'until'] as const),
  ...(['title', 'rank', 'kinds', 'places', 'reserved_head', 'by_post'] as const),
]

/** 导入职务: the bodies, terms and seats of units, as one file. Who holds them is no part of it. */
export function ImportSeatsPage() {
  const text = useText()
  const words = useWords()
  const { data, error, refetch } = useQuery(ImportSeatsPageDocument)
  const named = {
    bodyKinds: words.list((data?.bodyKinds ?? []).map(({ name }) => name)),
    heads: words.list((data?.heads ?? []).map(({ name }) => name)),
  }
  const kind = useMemo<Omit<ListKind<PreviewedSeat, SeatsImported>, 'limits'>>(() => {
    const opens = ({ opensBody, opensTerm }: PreviewedSeat) =>
      opensBody ? text('seatImport.opens.body') : opensTerm ? text('seatImport.opens.term') : ''
    const term = (number: number | null) => (number === null ? '' : text('seatImport.term', { number }))
    return {
      words: 'seatImport',
      at: '/files/organization/seats',
      fresh: ({ created }) => created,
      columns: [
        { key: 'line', title: text('listFiles.row'), value: ({ line }) => line, numeric: true, width: 60 },
        { key: 'unit', title: text('seatImport.head.unit'), value: ({ unit }) => unit, width: 140, wraps: true },
        { key: 'body', title: text('seatImport.body'), value: ({ body }) => body, width: 110, wraps: true },
        { key: 'term', title: text('seatImport.head.term'), value: (seat) => term(seat.term), width: 70 },
        { key: 'opens', title: text('seatImport.opens'), value: opens, filter: true, width: 80, wraps: true },
        { key: 'title', title: text('seatImport.head.title'), value: ({ title }) => title, width: 100, wraps: true },
        { key: 'rank', title: text('seatImport.head.rank'), value: ({ rank }) => rank, width: 110, wraps: true },
        { key: 'kinds', title: text('seatImport.head.kinds'), value: ({ kinds }) => kinds, width: 100, wraps: true },
        { key: 'places', title: text('seatImport.head.places'), value: ({ places }) => places, numeric: true, width: 60 },
        { key: 'head', title: text('seatImport.head.reserved_head'), value: ({ reservedHead }) => reservedHead, width: 100, wraps: true },
        { key: 'from', title: text('seatImport.head.from'), value: ({ from }) => from, width: 100 },
        { key: 'until', title: text('seatImport.head.until'), value: ({ until }) => until, width: 100 },
        { key: 'byPost', title: text('seatImport.head.by_post'), value: ({ byPost }) => byPost, width: 90, wraps: true },
      ],
      narrow: (seat) => ({
        first: seat.title,
        second: [seat.unit, seat.body, term(seat.term), opens(seat), seat.reservedHead, text('seatImport.places', { count: seat.places })]
          .filter(Boolean)
          .join(' · '),
      }),
      records: '/terms',
    }
  }, [text])

  return (
    <ImportListPage
      kind={kind}
      columns={columns.map((column) => ({ name: text(`seatImport.head.${column}`), takes: text(`seatImport.column.${column}`, named) }))}
      limits={data?.seatListLimits}
      error={error}
      retry={() => void refetch()}
    />
  )
}
