import type { TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import {
  ActivityAuditDocument,
  type AuditPageFragment,
  MembershipAuditDocument,
  type MembershipAuditQueryVariables,
  OrganizationAuditDocument,
  ReportingAuditDocument,
} from '../graph.generated'
import { usePaging } from '../paging/usePaging'
import type { Audited } from './audit'

interface Answer {
  audit: AuditPageFragment
}

const documents: Record<Audited, TypedDocumentNode<Answer, MembershipAuditQueryVariables>> = {
  membership: MembershipAuditDocument,
  organization: OrganizationAuditDocument,
  activity: ActivityAuditDocument,
  reporting: ReportingAuditDocument,
}

/** A service's audit, the youngest entry first. It goes on all the time, so it is asked for anew whenever the page is opened. */
export function useAudit(service: Audited, variables: MembershipAuditQueryVariables) {
  const asked = useQuery(documents[service], { variables, fetchPolicy: 'cache-and-network' })
  const paging = usePaging(asked as never, {
    take: ({ audit }: Answer) => audit,
    put: (answer: Answer, audit: AuditPageFragment) => ({ ...answer, audit }),
  })
  return { audit: asked.data?.audit, error: asked.error, again: () => void asked.refetch(), paging }
}
