import { randomBytes, randomUUID } from 'node:crypto'
import { ConditionNoted, FoundingBegun, FoundingStepTaken, type Fact } from '@sizhang/contracts'
import { PATH } from './builders'
import type { Asking, MembershipUnderTest } from './service'

/** What a PDF begins with. */
const PDF = Buffer.from('%PDF-1.7\n')

/** Something that begins as a PDF, of so many bytes, unlike any other. */
export function aScan(bytes = 1_000): Buffer {
  return Buffer.concat([PDF, randomBytes(bytes - PDF.length)])
}

/** Organization's facts that a founding was begun, and that its rules were drafted: two records. */
export function foundingFacts(foundingId: string, path: readonly string[] = PATH): Fact[] {
  const founding = { foundingId, unitType: 'ENTERPRISE', area: path.at(-1) ?? '', path: [...path], mode: 'OWN' as const }
  const step = { step: 'RULES', level: null, returned: false, persons: 0, units: 1, on: '2026-02-01' }
  return [FoundingBegun.of({ ...founding, parentId: null, on: '2026-01-01' }), FoundingStepTaken.of({ ...founding, ...step })]
}

/** Organization's fact that a unit was noted to have no posts. */
export function conditionNoted(unitId: string, noteId: string, path: readonly string[] = PATH): Fact {
  const unit = { unitId, unitType: 'TOWN', serves: 'TOWN' as const, area: path.at(-1) ?? null, path: [...path] }
  const condition = { code: 'posts', value: 0, unit: 'post' }
  return ConditionNoted.of({ ...unit, noteId, lack: 'POSTS', condition, lacking: true, source: 'survey', from: '2026-01-01', until: null })
}

/** A paper as the graph tells it. */
export interface ToldPaper {
  id: string
  record: string
  title: string | null
  fileName: string | null
  kind: string
  size: number
  attachedBy: string
  names: { id: string }[]
  withdrawn: { by: string | null; reason: string | null } | null
}

const PAPER = 'id record title fileName kind size attachedBy names { id } withdrawn { by reason }'

/** Papers of records, in a membership under test. */
export class PapersUnderTest {
  constructor(private readonly membership: MembershipUnderTest) {}

  /** Sends a paper; answers status and body. */
  async send(
    place: { subject: string; id: string; record: string; names?: string },
    body: Buffer | ReadableStream,
    { fileName = '章程.pdf', as = {}, headers = {} }: { fileName?: string; as?: Asking; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; body: { paperId?: string; error?: { code: string; hint: string; field: string | null } } }> {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
    const sent = { 'content-type': 'application/octet-stream', 'content-disposition': disposition, ...headers }
    const request = { method: 'POST', headers: sent, body: body as BodyInit, duplex: 'half' } as const
    const answer = await this.membership.file(`/files/papers?${new URLSearchParams(place).toString()}`, request, as)
    return { status: answer.status, body: (await answer.json()) as { paperId?: string } }
  }

  /** Attaches a paper to a record of a founding; answers its id. */
  async attach(foundingId: string, body = aScan(), said: { record?: string; names?: string[]; fileName?: string } = {}): Promise<string> {
    const { record = '2', names = [], ...rest } = said
    const place = { subject: 'FOUNDING', id: foundingId, record, ...(names.length > 0 ? { names: names.join() } : {}) }
    const answer = await this.send(place, body, rest)
    expect(answer).toMatchObject({ status: 201, body: { paperId: expect.any(String) } })
    return answer.body.paperId ?? ''
  }

  /** The papers of a founding, or of a unit, as somebody sees them. */
  async of(subject: 'Founding' | 'Unit', id: string, as: Asking = {}): Promise<ToldPaper[] | null> {
    const query = `{ _entities(representations: [{ __typename: "${subject}", id: "${id}" }]) { ... on ${subject} { attachedPapers { ${PAPER} } } } }`
    const { data } = await this.membership.ask<{ _entities: { attachedPapers: ToldPaper[] | null }[] }>(query, as)
    return data._entities[0]?.attachedPapers ?? null
  }

  /** Downloads a paper. */
  read(paperId: string, as: Asking = {}): Promise<Response> {
    return this.membership.file(`/files/papers/${paperId}`, {}, as)
  }

  /** Takes a paper back. */
  withdraw(paperId: string, as: Asking = {}, commandId: string = randomUUID()) {
    const query = `mutation ($commandId: ID!, $input: WithdrawPaperInput!) { withdrawPaper(commandId: $commandId, input: $input) { paper { ${PAPER} } } }`
    const variables = { commandId, input: { paperId, reason: 'WRONG_FILE' } }
    return this.membership.ask<{ withdrawPaper: { paper: ToldPaper } }>(query, { ...as, variables })
  }

  /** How many pieces of papers lie in the database. */
  pieces(): Promise<number> {
    return this.membership.database.collection('paper_pieces').countDocuments()
  }
}
