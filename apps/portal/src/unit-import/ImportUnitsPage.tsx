import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { ImportUnitsPageDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ImportListPage } from '../list-import/ImportListPage'
import type { ListKind } from '../list-import/list-import'
import type { PreviewedUnit, UnitsImported } from './unit-import'

const columns = ['name', 'type', 'area', 'also_covers', 'parent', 'mode', 'host', 'from'] as const

/** 导入组织: units that exist already, as one file. */
export function ImportUnitsPage() {
  const text = useText()
  const { data, error, refetch } = useQuery(ImportUnitsPageDocument)
  const kind = useMemo<Omit<ListKind<PreviewedUnit, UnitsImported>, 'limits'>>(
    () => ({
      words: 'unitImport',
      at: '/files/organization/units',
      fresh: ({ established }) => established,
      columns: [
        { key: 'line', title: text('listFiles.row'), value: ({ line }) => line, numeric: true, width: 70 },
        { key: 'name', title: text('unitImport.head.name'), value: ({ name }) => name, width: 220 },
        { key: 'type', title: text('unitImport.head.type'), value: ({ type }) => type, width: 160 },
        { key: 'area', title: text('unitImport.head.area'), value: ({ area }) => area, width: 130 },
        { key: 'alsoCovers', title: text('unitImport.head.also_covers'), value: ({ alsoCovers }) => alsoCovers, width: 130 },
        { key: 'parent', title: text('unitImport.head.parent'), value: ({ parent }) => parent, width: 180 },
        { key: 'mode', title: text('unitImport.head.mode'), value: ({ mode }) => mode, width: 110 },
        { key: 'host', title: text('unitImport.head.host'), value: ({ host }) => host, width: 140 },
        { key: 'from', title: text('unitImport.head.from'), value: ({ from }) => from, width: 120 },
      ],
      narrow: ({ name, type, area, parent, from }) => ({ first: name, second: [type, area, parent, from].filter(Boolean).join(' · ') }),
      records: '/units',
    }),
    [text],
  )

  return (
    <ImportListPage
      kind={kind}
      columns={columns.map((column) => ({ name: text(`unitImport.head.${column}`), takes: text(`unitImport.column.${column}`) }))}
      limits={data?.unitListLimits}
      error={error}
      retry={() => void refetch()}
    />
  )
}
