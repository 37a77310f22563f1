import { useMemo } from 'react'
import { useText } from '../language/useText'
import { RefusedRows } from '../list-files/RefusedRows'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'
import type { PreviewedUnit, UnitsChecked } from './unit-import'

/** What a check found: the counts, the cells that are wrong, and the first units that would be established. Nothing is kept by that. */
export function CheckedUnitList({ checked, underWay }: { checked: UnitsChecked; underWay: boolean }) {
  const text = useText()
  const { established, unchanged, wrong, refused, preview } = checked
  const advice = wrong > 0 ? 'wrong' : established === 0 ? 'nothing' : 'right'
  return (
    <>
      <p role="status">
        <strong>{text('unitImport.checked', { established, unchanged, wrong })}</strong>
        {!underWay && ` ${text(`unitImport.checked.${advice}`)}`}
      </p>
      {refused.count > 0 && <RefusedRows refused={refused} title={text('unitImport.refusedFile')} />}
      {preview.length > 0 && <Preview rows={preview} total={established} />}
    </>
  )
}

function Preview({ rows, total }: { rows: readonly PreviewedUnit[]; total: number }) {
  const text = useText()
  const columns = useMemo<Column<PreviewedUnit>[]>(
    () => [
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
    [text],
  )
  return (
    <section>
      <h2>{rows.length < total ? text('unitImport.firstFresh', { shown: rows.length, total }) : text('unitImport.fresh', { total })}</h2>
      <DataTable
        id="units-to-import"
        prefix="fresh"
        title={text('unitImport.freshFile')}
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={columns}
        narrow={({ name, type, area, parent, from }) => ({ first: name, second: [type, area, parent, from].filter(Boolean).join(' · ') })}
        empty={null}
      />
    </section>
  )
}
