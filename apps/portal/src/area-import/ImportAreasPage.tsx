import { useQuery } from '@apollo/client/react'
import { ImportAreasPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ListColumns } from '../list-files/ListColumns'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { AREA_LIST } from './area-import'
import { ImportAreasForm } from './ImportAreasForm'

const columns = ['code', 'name', 'level', 'parent_code', 'kind', 'flag'] as const

/** 导入区划: what a list has to look like, what it may be at most, and what of it was refused. */
export function ImportAreasPage() {
  const text = useText()
  const { data, error, refetch } = useQuery(ImportAreasPageDocument)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  return (
    <article className="page">
      <PageHeading name={text('areaImport.name')}>{text('areaImport.title')}</PageHeading>
      <p className="list-file-lead">{text('areaImport.lead')}</p>
      <ImportAreasForm limits={data.areaListLimits} />
      <ListColumns columns={columns.map((column) => ({ name: column, takes: text(`areaImport.column.${column}`) }))}>
        <p>
          <a href={AREA_LIST} download>
            {text('areaImport.present')}
          </a>
          <span className="quiet"> {text('areaImport.present.hint')}</span>
        </p>
      </ListColumns>
    </article>
  )
}
