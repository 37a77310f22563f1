import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { RadioField } from '../form/RadioField'
import { useLeave } from '../frame/useLeave'
import type { ErasureGround } from '../graph.generated'
import { ErasePersonDocument, ErasePersonPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DeclineErasureForm } from './DeclineErasureForm'
import { ErasureEffects } from './ErasureEffects'
import { ErasurePapers } from './ErasurePapers'

const grounds: readonly ErasureGround[] = ['PURPOSE_MET', 'TIME_OVER', 'CONSENT_WITHDRAWN', 'UNLAWFUL', 'OTHER_LAW']

/** 删除个人信息: what goes and what stays, then the ground of the law. There is no way back. */
export function ErasePersonPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(ErasePersonPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const erase = useCommand(ErasePersonDocument)
  const [ground, setGround] = useState<ErasureGround | null>(null)

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { person, postsInTheWay } = data.previewErasePerson
  const here = `/people/${person.id}`
  const back = <PageLink to={here}>{text('erasures.back')}</PageLink>

  const send = async () => {
    if (!ground || !(await erase.send({ input: { personId: person.id, ground } }))) return
    leave(here, text('erasures.saved'))
  }

  return (
    <article className="page">
      <PageHeading name={text('erasures.name')}>
        {text(person.erasedOn ? 'erasures.title.erased' : 'erasures.title', { name: person.name, on: person.erasedOn })}
      </PageHeading>
      {person.erasedOn ? (
        <>
          <ErasurePapers preview={data.previewErasePerson} />
          <EmptyState>{back}</EmptyState>
        </>
      ) : (
        <>
          <ErasureEffects preview={data.previewErasePerson} />
          <ErasurePapers preview={data.previewErasePerson} />
          {postsInTheWay.length > 0 ? (
            <p>{back}</p>
          ) : (
            <CommandForm
              command={erase}
              fields={['ground']}
              submit={text('erasures.submit')}
              ready={ground !== null}
              onSubmit={() => void send()}
              aside={back}
            >
              <RadioField
                label={text('erasures.ground')}
                name="ground"
                refusal={erase.refusal}
                options={grounds.map((value) => ({ value, name: text(`erasures.ground.${value}`) }))}
                value={ground}
                onChange={setGround}
              />
              <p>{text('erasures.noWayBack')}</p>
            </CommandForm>
          )}
          {person.erasureRequest?.declinedOn === null && <DeclineErasureForm personId={person.id} asked={person.erasureRequest.on} />}
        </>
      )}
    </article>
  )
}
