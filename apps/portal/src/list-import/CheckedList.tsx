import { useText } from '../language/useText'
import { RefusedRows } from '../list-files/RefusedRows'
import { DataTable } from '../table/DataTable'
import { figuresOf, type Checked, type Counts, type ListKind } from './list-import'

interface CheckedListProps<Row extends { line: number }, Counted extends Counts> {
  kind: ListKind<Row, Counted>
  checked: Checked<Row, Counted>
  underWay: boolean
}

/** What a check found: the counts, the cells that are wrong, and the first rows that would be kept. Nothing is kept by that. */
export function CheckedList<Row extends { line: number }, Counted extends Counts>({
  kind,
  checked,
  underWay,
}: CheckedListProps<Row, Counted>) {
  const text = useText()
  const { words, fresh, columns, narrow } = kind
  const { wrong, refused, preview } = checked
  const total = fresh(checked)
  const advice = wrong > 0 ? 'listImport.wrong' : total === 0 ? `${words}.nothing` : 'listImport.right'
  return (
    <>
      <p role="status">
        <strong>{text(`${words}.checked`, figuresOf(checked))}</strong>
        {!underWay && ` ${text(advice)}`}
      </p>
      {refused.count > 0 && <RefusedRows refused={refused} title={text(`${words}.refusedFile`)} />}
      {preview.length > 0 && (
        <section>
          <h2>
            {preview.length < total ? text(`${words}.firstFresh`, { shown: preview.length, total }) : text(`${words}.fresh`, { total })}
          </h2>
          <DataTable
            id={`${words}-preview`}
            prefix="fresh"
            title={text(`${words}.freshFile`)}
            rows={preview}
            rowKey={({ line }) => String(line)}
            columns={columns}
            narrow={narrow}
            empty={null}
          />
        </section>
      )}
    </>
  )
}
