import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { UnlinkIdentityDocument, UnlinkIdentityPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { RemovalPage } from '../removal/RemovalPage'

/** 解除统一身份认证 of somebody else's account. */
export function UnlinkIdentityPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(UnlinkIdentityPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const command = useCommand(UnlinkIdentityDocument)

  return (
    <RemovalPage
      account={data?.account}
      error={error}
      retry={() => void refetch()}
      command={command}
      words={({ name, holder }) => ({
        name: text('identityProvider.unlink'),
        title: text('identityProvider.unlink.title', { name, holder }),
        lead: text('identityProvider.unlink.lead'),
        follows: [
          text('identityProvider.unlink.signIn', { name }),
          text('identityProvider.unlink.password'),
          text('identityProvider.unlink.sessions'),
        ],
        back: text('identityProvider.unlink.back'),
        removed: text('identityProvider.unlinked', { name, holder }),
      })}
    />
  )
}
