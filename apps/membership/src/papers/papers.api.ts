import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { allOf, listsInOrder, loadOne, type Caller, type GraphContext, type Loaded, type Written } from '@sizhang/service-kit'
import { AccountHolders } from '../accounts/account-holders'
import type { MutationMarkPersonsInPaperArgs, MutationWithdrawPaperArgs } from '../graph.generated'
import { MOST_MEGABYTES, MOST_PAPERS, paperKinds } from '../paper-files/paper-kinds.domain'
import type { PaperName } from '../paper-files/file-names.domain'
import { PiecesStore } from '../paper-files/pieces.store'
import { loadPerson } from '../persons/persons.api'
import { PersonsStore } from '../persons/persons.store'
import { NamedPersons } from './named-persons'
import { markPersonsInPaper, paperIn, type Papers, type PaperSubject } from './papers.domain'
import { PapersStore, type PaperOnRecord } from './papers.store'
import { Withdrawals } from './withdrawals'

/** The graph's questions and commands about papers. The papers themselves go by `/files/papers`. */
@Resolver()
export class PapersApi {
  constructor(
    private readonly papers: PapersStore,
    private readonly withdrawals: Withdrawals,
    private readonly persons: NamedPersons,
  ) {}

  @Query()
  paperLimits() {
    return { megabytes: MOST_MEGABYTES, papers: MOST_PAPERS, kinds: paperKinds }
  }

  @Mutation()
  async markPersonsInPaper(@Args() { commandId, input }: MutationMarkPersonsInPaperArgs, @Context('caller') caller: Caller) {
    const { paperId, personIds } = input
    const known = await this.persons.known(caller, personIds)
    const command = { commandId, name: 'markPersonsInPaper', input }
    return payload(await this.papers.change(paperId, caller, command, (papers) => markPersonsInPaper(papers, paperId, known)), paperId)
  }

  @Mutation()
  async withdrawPaper(@Args() { commandId, input }: MutationWithdrawPaperArgs, @Context('caller') caller: Caller) {
    const { paperId, reason } = input
    return payload(await this.withdrawals.withdraw(paperId, reason, caller, { commandId, name: 'withdrawPaper', input }), paperId)
  }
}

/** What a paper says of itself. */
@Resolver('Paper')
export class PaperApi {
  constructor(
    private readonly pieces: PiecesStore,
    private readonly persons: PersonsStore,
    private readonly holders: AccountHolders,
  ) {}

  @ResolveField()
  async title(paper: PaperOnRecord, _: unknown, context: GraphContext) {
    return (await this.name(paper, context))?.title
  }

  @ResolveField()
  async fileName(paper: PaperOnRecord, _: unknown, context: GraphContext) {
    return (await this.name(paper, context))?.fileName
  }

  @ResolveField()
  attachedAt({ attachedAt }: PaperOnRecord) {
    return attachedAt.toISOString()
  }

  @ResolveField()
  attachedBy({ attachedBy }: PaperOnRecord, _: unknown, context: GraphContext) {
    return this.holders.holder(attachedBy, context)
  }

  @ResolveField()
  async names({ names }: PaperOnRecord, _: unknown, context: GraphContext) {
    const persons = await allOf(names.map((id) => loadPerson(this.persons, context, id)))
    return persons.filter((person) => person !== null)
  }

  @ResolveField()
  founding({ subject, subjectId }: PaperOnRecord) {
    return subject === 'FOUNDING' ? { id: subjectId } : null
  }

  @ResolveField()
  unit({ subject, subjectId }: PaperOnRecord) {
    return subject === 'UNIT' ? { id: subjectId } : null
  }

  @ResolveField()
  async withdrawn({ withdrawn }: PaperOnRecord, _: unknown, context: GraphContext) {
    if (!withdrawn) return null
    const { at, by, reason } = withdrawn
    return { at: at.toISOString(), by: by && (await this.holders.holder(by, context)), reason: reason === 'TERM_OVER' ? null : reason }
  }

  private name({ upload, withdrawn }: PaperOnRecord, context: GraphContext): Loaded<PaperName> {
    if (withdrawn) return null
    return loadOne<PaperName>(context, 'paper-names', upload, async (uploads) => {
      const names = await this.pieces.namesOf(uploads)
      return uploads.map((one) => names.get(one) ?? null)
    })
  }
}

interface Entity {
  id: string
}

/** The papers of a founding. */
@Resolver('Founding')
export class FoundingPapersApi {
  constructor(private readonly papers: PapersStore) {}

  @ResolveField()
  attachedPapers({ id }: Entity, _: unknown, context: GraphContext) {
    return loadPapers(this.papers, context, 'FOUNDING', id)
  }
}

/** The papers on which rests what a unit has or lacks. */
@Resolver('Unit')
export class UnitPapersApi {
  constructor(private readonly papers: PapersStore) {}

  @ResolveField()
  attachedPapers({ id }: Entity, _: unknown, context: GraphContext) {
    return loadPapers(this.papers, context, 'UNIT', id)
  }
}

/** The papers of one, batched with those of the others that the request asks for, as they were attached. */
async function loadPapers(store: PapersStore, context: GraphContext, subject: PaperSubject, id: string): Promise<PaperOnRecord[] | null> {
  const papers = await loadOne<PaperOnRecord[]>(context, `papers-${subject}`, id, async (ids) =>
    listsInOrder(ids, await store.ofSubjects(context.caller, subject, ids), ({ subjectId }) => [subjectId]),
  )
  return papers && papers.sort((a, b) => a.attachedAt.getTime() - b.attachedAt.getTime())
}

function payload({ state, mark }: Written<Papers>, paperId: string) {
  const { subject, subjectId, record } = state
  return { paper: { ...paperIn(state, paperId), subject, subjectId, record }, mark }
}
