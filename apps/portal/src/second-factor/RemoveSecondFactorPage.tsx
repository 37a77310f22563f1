import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { RemoveSecondFactorDocument, RemoveSecondFactorPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { RemovalPage } from '../removal/RemovalPage'

/** 取消两步验证 of somebody else's account. */
export function RemoveSecondFactorPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(RemoveSecondFactorPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const command = useCommand(RemoveSecondFactorDocument)

  return (
    <RemovalPage
      account={data?.account}
      error={error}
      retry={() => void refetch()}
      command={command}
      words={({ name, holder }) => ({
        name: text('secondFactor.remove'),
        title: text('secondFactor.remove.title', { name, holder }),
        lead: text('secondFactor.remove.lead'),
        follows: [text('secondFactor.remove.signIn', { name }), text('secondFactor.remove.sessions'), text('secondFactor.remove.codes')],
        back: text('secondFactor.remove.back'),
        removed: text('secondFactor.removed', { name, holder }),
      })}
    />
  )
}
