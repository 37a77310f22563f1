import { z } from 'zod'
import { defineEvent } from '../define-event'
import { count, flag, id, localDate } from '../fields'

const list = { proposalId: id(), on: localDate().describe('The day from which the list holds.') }

/** A new list of areas was compared with the areas in force: what it would change waits for a yes. */
export const AreaProposalMade = defineEvent({
  type: 'organization.area-proposal-made.v1',
  topic: 'organization.area-proposals',
  key: 'proposalId',
  summary: { zh: '提出区划名录变更', en: 'The changes of a new list of areas were proposed' },
  data: z.object({ ...list, changes: count() }),
})

/** Somebody said yes: from now on its changes are carried out. */
export const AreaProposalAccepted = defineEvent({
  type: 'organization.area-proposal-accepted.v1',
  topic: 'organization.area-proposals',
  key: 'proposalId',
  summary: { zh: '同意区划名录变更', en: 'The changes of a new list of areas were accepted' },
  data: z.object({ ...list, changes: count(), forced: flag().describe('Although it loses more areas than a year usually does.') }),
})

/** The proposal was put away, by somebody, or because the areas had changed since it was made. Nothing of it was carried out. */
export const AreaProposalDiscarded = defineEvent({
  type: 'organization.area-proposal-discarded.v1',
  topic: 'organization.area-proposals',
  key: 'proposalId',
  summary: { zh: '放弃区划名录变更', en: 'The changes of a new list of areas were discarded' },
  data: z.object({ ...list, outdated: flag() }),
})

/** All changes of the list are carried out: each is a fact of its area. */
export const AreaProposalCarriedOut = defineEvent({
  type: 'organization.area-proposal-carried-out.v1',
  topic: 'organization.area-proposals',
  key: 'proposalId',
  summary: { zh: '区划名录变更办结', en: 'The changes of a new list of areas were carried out' },
  data: z.object({ ...list, changes: count() }),
})
