import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { ImportCoversPageDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ImportListPage } from '../list-import/ImportListPage'
import type { ListKind } from '../list-import/list-import'
import { useWords } from '../words/useWords'
import type { CoversImported, PreviewedCover } from './cover-import'

const columns = ['unit', 'employer', 'credit_code', 'area', 'kind', 'level', 'mode', 'from', 'until', 'reason'] as const

/** 导入覆盖单位: which units cover which hospitals, schools and firms, as one file. */
export function ImportCoversPage() {
  const text = useText()
  const words = useWords()
  const { data, error, refetch } = useQuery(ImportCoversPageDocument)
  const kinds = words.list((data?.employerKinds ?? []).map(({ name }) => name))
  const kind = useMemo<Omit<ListKind<PreviewedCover, CoversImported>, 'limits'>>(() => {
    const known = (isNew: boolean) => text(isNew ? 'coverImport.known.no' : 'coverImport.known.yes')
    return {
      words: 'coverImport',
      at: '/files/organization/covered-employers',
      fresh: ({ covered }) => covered,
      columns: [
        { key: 'line', title: text('listFiles.row'), value: ({ line }) => line, numeric: true, width: 70 },
        { key: 'unit', title: text('coverImport.head.unit'), value: ({ unit }) => unit, width: 200 },
        { key: 'employer', title: text('coverImport.head.employer'), value: ({ employer }) => employer, width: 200 },
        { key: 'known', title: text('coverImport.known'), value: ({ isNew }) => known(isNew), filter: true, width: 140 },
        { key: 'creditCode', title: text('coverImport.head.credit_code'), value: ({ creditCode }) => creditCode, width: 190 },
        { key: 'area', title: text('coverImport.head.area'), value: ({ area }) => area, width: 130 },
        { key: 'kind', title: text('coverImport.head.kind'), value: (cover) => cover.kind, width: 120 },
        { key: 'from', title: text('coverImport.head.from'), value: ({ from }) => from, width: 120 },
        { key: 'until', title: text('coverImport.head.until'), value: ({ until }) => until, width: 120 },
      ],
      narrow: ({ unit, employer, isNew, from, until, ...cover }) => ({
        first: employer,
        second: [unit, cover.kind, known(isNew), from, until].filter(Boolean).join(' · '),
      }),
      records: '/employers?state=covered',
    }
  }, [text])

  return (
    <ImportListPage
      kind={kind}
      columns={columns.map((column) => ({
        name: text(`coverImport.head.${column}`),
        takes: text(`coverImport.column.${column}`, { kinds }),
      }))}
      limits={data?.coveredEmployerListLimits}
      error={error}
      retry={() => void refetch()}
    />
  )
}
