import { until } from '@sizhang/engines'
import { PLANTED, type Send } from './planted'

interface Made {
  id: string
}

const text = (name: string) => PLANTED[name]

/** What a further unit of the kind planted is entered with. */
interface UnitPlace {
  name: string | undefined
  type: string
  areaCode: string
  from: string
}

/** Dissolves a unit, and takes that back. */
export async function plantDissolution(send: Send, unit: UnitPlace): Promise<void> {
  const { unit: short } = await send<{ unit: Made }>('establishUnit', unit, 'unit { id }')
  await send('dissolveUnit', { unitId: short.id, on: '2025-01-01', reason: text('DissolveUnitInput.reason') }, 'version')
  await send('reviveUnit', { unitId: short.id, paper: text('ReviveUnitInput.paper') }, 'version')
}

/** Has one unit move and take over another. */
export async function plantMerger(send: Send, unit: UnitPlace): Promise<void> {
  const established = async (type: string) => (await send<{ unit: Made }>('establishUnit', { ...unit, type }, 'unit { id }')).unit.id
  const [goingId, stayingId, parkId] = [await established(unit.type), await established(unit.type), await established('PARK')]
  await send('moveUnit', { unitId: stayingId, parentId: parkId, on: '2025-05-01', paper: text('MoveUnitInput.paper') }, 'version')
  const merger = { unitId: stayingId, predecessorIds: [goingId], on: '2025-06-01', paper: text('MergeUnitsInput.paper') }
  await send('mergeUnits', merger, 'version')
}

/** Has one unit that covers two areas hand one of them over to another. */
export async function plantSplit(send: Send, { areaCode, ...unit }: UnitPlace, other: string): Promise<void> {
  const joint = { ...unit, areaCode, mode: 'JOINT_BY_AREA', alsoCovers: [other] }
  const { unit: goingOn } = await send<{ unit: Made }>('establishUnit', joint, 'unit { id }')
  const { unit: taking } = await send<{ unit: Made }>('establishUnit', { ...unit, areaCode: other }, 'unit { id }')
  const into = [{ unitId: taking.id, areaCodes: [other] }]
  await send('splitUnit', { unitId: goingOn.id, into, on: '2025-06-01', paper: text('SplitUnitInput.paper') }, 'version')
}

/** Opens and ends a group of a unit, and puts off the congress of a body after a term that ended early. */
export async function plantBodies(send: Send, unitId: string, bodyId: string): Promise<void> {
  const group = { unitId, kind: 'working-group', name: text('OpenBodyInput.name'), from: '2025-01-01' }
  const { body } = await send<{ body: Made }>('openBody', group, 'body { id }')
  await send('endBody', { bodyId: body.id, on: '2026-01-01', paper: text('EndBodyInput.paper') }, 'version')
  const term = { bodyId, number: 2, from: '2026-06-01', until: '2031-06-01', earlyPaper: text('OpenTermInput.earlyPaper') }
  await send('openTerm', term, 'version')
  const postponed = { bodyId, term: 2, until: '2031-09-01', paper: text('PostponeCongressInput.paper') }
  await send('postponeCongress', postponed, 'version')
}

/**
 * Founds a unit through every step, after it was sent back once; others are refused, withdrawn, and lapse.
 * @param employer what the employers that found it are registered with
 */
export async function plantFoundings(send: Send, employer: { areaCode: string }): Promise<void> {
  const registered = async () => (await send<{ employer: Made }>('registerEmployer', employer, 'employer { id }')).employer.id
  const members = [await registered(), await registered()].map((id) => ({ kind: 'EMPLOYER', id }))
  const begun = {
    name: text('BeginFoundingInput.name'),
    type: 'ENTERPRISE',
    areaCode: employer.areaCode,
    mode: 'BY_INDUSTRY',
    industry: text('BeginFoundingInput.industry'),
    paper: text('BeginFoundingInput.paper'),
    on: '2025-01-01',
  }
  const started = async () => (await send<{ founding: Made }>('beginFounding', begun, 'founding { id }')).founding.id
  const papers = ['application-form', 'rules-draft', 'member-list'].map((code) => ({
    code,
    title: text('FoundingPaperInput.title'),
    number: text('FoundingPaperInput.number'),
  }))
  const takes = (foundingId: string) => (name: string, on: string, said: object) =>
    send(`${name}`, { foundingId, on, paper: text(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input.paper`), ...said }, 'version')
  const reviewed = async () => {
    const foundingId = await started()
    const take = takes(foundingId)
    await send('addFoundingMembers', { foundingId, members }, 'version')
    await take('draftFoundingRules', '2025-01-05', {})
    await take('applyForFounding', '2025-01-10', { papers })
    await take('reviewFounding', '2025-01-15', { returnedBecause: text('ReviewFoundingInput.returnedBecause') })
    await take('applyForFounding', '2025-01-20', { papers })
    await take('reviewFounding', '2025-01-25', {})
    return take
  }
  const refused = await reviewed()
  await refused('replyToFounding', '2025-02-01', { refusedBecause: text('ReplyToFoundingInput.refusedBecause') })
  const granted = await reviewed()
  await granted('replyToFounding', '2025-02-01', {})
  await granted('holdFoundingMeeting', '2025-02-10', { entitled: 2, present: 2, elected: 1, termUntil: '2030-02-10' })
  await granted('fileFounding', '2025-02-15', {})
  await granted('hangFoundingPlate', '2025-02-20', {})
  const early = { foundingId: await started(), on: '2025-02-01', reason: text('WithdrawFoundingInput.reason') }
  await send('withdrawFounding', early, 'version')
  const late = { foundingId: await started(), on: '2026-06-01', reason: text('LapseFoundingInput.reason') }
  await send('lapseFounding', late, 'version')
}

/** Proposes a list of areas with one village more, puts it away, and proposes it again until it is carried out. */
export async function plantAreaList(gateway: string, session: string, send: Send, list: string): Promise<void> {
  const headers = { authorization: `Bearer ${session}` }
  const query = new URLSearchParams({ on: '2026-06-01', paper: '植入文号 PLANTED-list' })
  const proposed = async () => {
    const answer = await fetch(`${gateway}/files/organization/area-proposals?${query}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: list,
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return ((await answer.json()) as { proposalId: string }).proposalId
  }
  await send('discardAreaProposal', { proposalId: await proposed(), reason: text('DiscardAreaProposalInput.reason') }, 'version')
  const proposalId = await proposed()
  await send('acceptAreaProposal', { proposalId, reason: text('AcceptAreaProposalInput.reason') }, 'version')
  const body = JSON.stringify({ query: `{ areaProposal(id: "${proposalId}") { standing } }` })
  const standing = async () => {
    const answer = await fetch(`${gateway}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
    return ((await answer.json()) as { data: { areaProposal: { standing: string } } }).data.areaProposal.standing
  }
  if (!(await until(async () => (await standing()) === 'CARRIED_OUT', { within: 60_000 })))
    throw new Error(`the list of areas stands at ${await standing()}`)
}
