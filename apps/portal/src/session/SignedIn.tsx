import { ApolloProvider } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { Navigate, useLocation } from 'react-router'
import { createGraphClient } from '../graph/client'
import { useLanguage } from '../language/LanguageProvider'
import { GatewayAway } from '../states/GatewayAway'
import { Loading } from '../states/Loading'
import { useSession } from './SessionProvider'
import { withWayBack } from './way-back'

/** Lets pages through for those who are signed in; all others come back here after the sign-in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { session, renew, ended } = useSession()
  const { pathname, search } = useLocation()

  if (session.state === 'asking') return <Loading what="session" />
  if (session.state === 'away') return <GatewayAway retry={renew} />
  if (session.state === 'out') return <Navigate replace to={withWayBack('/sign-in', pathname + search)} />
  if (session.account.mustChangePassword) return <Navigate replace to={withWayBack('/password', pathname + search)} />
  if (session.account.mustEnrol) return <Navigate replace to={withWayBack('/second-factor', pathname + search)} />
  return (
    <Graph signedOut={ended} refused={renew}>
      {children}
    </Graph>
  )
}

interface GraphProps {
  signedOut: () => void
  refused: () => Promise<void>
  children: ReactNode
}

/** The graph for the reader who is signed in: another reader starts with an empty cache. */
function Graph({ signedOut, refused, children }: GraphProps) {
  const client = useMemo(() => createGraphClient({ signedOut, refused: () => void refused() }), [signedOut, refused])
  const { language } = useLanguage()
  const asked = useRef(language)

  useEffect(() => {
    if (asked.current === language) return
    asked.current = language
    // Names, units and definitions come in the reader's language.
    void client.refetchQueries({ include: 'active' })
  }, [client, language])

  return <ApolloProvider client={client}>{children}</ApolloProvider>
}
