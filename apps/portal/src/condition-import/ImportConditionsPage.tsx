import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { ImportConditionsPageDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ImportListPage } from '../list-import/ImportListPage'
import type { ListKind } from '../list-import/list-import'
import type { ConditionsImported, PreviewedNote } from './condition-import'

const columns = ['unit', 'kind', 'value', 'from', 'source', 'evidence_title', 'evidence_number'] as const

/** 导入条件: what units have and lack, from evidence, as one file. */
export function ImportConditionsPage() {
  const text = useText()
  const { data, error, refetch } = useQuery(ImportConditionsPageDocument)
  const kind = useMemo<Omit<ListKind<PreviewedNote, ConditionsImported>, 'limits'>>(
    () => ({
      words: 'conditionImport',
      at: '/files/organization/conditions',
      fresh: ({ noted }) => noted,
      columns: [
        { key: 'line', title: text('listFiles.row'), value: ({ line }) => line, numeric: true, width: 70 },
        { key: 'unit', title: text('conditionImport.head.unit'), value: ({ unit }) => unit, width: 220 },
        { key: 'kind', title: text('conditionImport.head.kind'), value: (note) => note.kind, filter: true, width: 160 },
        { key: 'value', title: text('conditionImport.head.value'), value: ({ value }) => value, width: 110 },
        { key: 'from', title: text('conditionImport.head.from'), value: ({ from }) => from, width: 120 },
        { key: 'source', title: text('conditionImport.head.source'), value: ({ source }) => source, width: 130 },
        { key: 'title', title: text('conditionImport.head.evidence_title'), value: ({ evidenceTitle }) => evidenceTitle, width: 240 },
        { key: 'number', title: text('conditionImport.head.evidence_number'), value: ({ evidenceNumber }) => evidenceNumber, width: 180 },
      ],
      narrow: ({ unit, value, from, evidenceTitle, ...note }) => ({
        first: unit,
        second: [note.kind, value, from, evidenceTitle].join(' · '),
      }),
      records: '/reports?view=lacks',
    }),
    [text],
  )

  return (
    <ImportListPage
      kind={kind}
      columns={columns.map((column) => ({ name: text(`conditionImport.head.${column}`), takes: text(`conditionImport.column.${column}`) }))}
      limits={data?.conditionListLimits}
      error={error}
      retry={() => void refetch()}
    />
  )
}
