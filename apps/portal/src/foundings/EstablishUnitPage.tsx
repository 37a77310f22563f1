import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { useDay } from '../date/useDay'
import { EstablishUnitPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { EstablishUnitForm } from './EstablishUnitForm'

/** 成立组织: the form, with what the address says filled in (`?area=320205001&type=TOWN&parent=…`). */
export function EstablishUnitPage() {
  const text = useText()
  const [parameters] = useSearchParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(EstablishUnitPageDocument)
  const [area, type, parent] = ['area', 'type', 'parent'].map((name) => parameters.get(name))

  return (
    <article className="page">
      <PageHeading name={text('foundings.name')}>{text('foundings.title')}</PageHeading>
      <p className="quiet">{text('foundings.lead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data && day ? (
        <EstablishUnitForm key={[area, type, parent].join()} types={data.unitTypes} given={{ area, type, parent }} day={day} />
      ) : (
        !error && <Loading />
      )}
    </article>
  )
}
