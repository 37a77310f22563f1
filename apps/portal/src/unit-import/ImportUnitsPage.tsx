import { useQuery } from '@apollo/client/react'
import { ImportUnitsPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { chosenLanguage } from '../language/languages'
import { useText } from '../language/useText'
import { ListColumns } from '../list-files/ListColumns'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { ImportUnitsForm } from './ImportUnitsForm'
import { UNIT_LIST, UNIT_TEMPLATE } from './unit-import'

const columns = ['name', 'type', 'area', 'also_covers', 'parent', 'mode', 'host', 'from'] as const

/** 导入组织: what a list has to look like, what it may be at most, and what would come of it before anything is kept. */
export function ImportUnitsPage() {
  const text = useText()
  const language = new URLSearchParams({ language: chosenLanguage() })
  const { data, error, refetch } = useQuery(ImportUnitsPageDocument)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  return (
    <article className="page">
      <PageHeading name={text('unitImport.name')}>{text('unitImport.title')}</PageHeading>
      <p className="list-file-lead">{text('unitImport.lead')}</p>
      <ImportUnitsForm limits={data.unitListLimits} />
      <ListColumns
        columns={columns.map((column) => ({ name: text(`unitImport.head.${column}`), takes: text(`unitImport.column.${column}`) }))}
      >
        <p>
          <a href={`${UNIT_TEMPLATE}?${language}`} download>
            {text('unitImport.template')}
          </a>
        </p>
        <p>
          <a href={`${UNIT_LIST}?${language}`} download>
            {text('unitImport.present')}
          </a>
          <span className="quiet"> {text('unitImport.present.hint')}</span>
        </p>
      </ListColumns>
    </article>
  )
}
