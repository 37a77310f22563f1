import { Args, Context, Mutation, Resolver } from '@nestjs/graphql'
import { Rejected, type Caller, type Stored, type Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import type {
  MutationApplyForFoundingArgs,
  MutationDraftFoundingRulesArgs,
  MutationFileFoundingArgs,
  MutationHangFoundingPlateArgs,
  MutationHoldFoundingMeetingArgs,
  MutationReplyToFoundingArgs,
  MutationReviewFoundingArgs,
} from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { FoundingCompletion } from './founding-completion'
import type { Founding } from './founding-standing.domain'
import {
  applyForFounding,
  draftFoundingRules,
  fileFounding,
  hangFoundingPlate,
  holdFoundingMeeting,
  replyToFounding,
  reviewFounding,
} from './founding-steps.domain'
import { FoundingsSurroundings } from './founding-surroundings'
import { foundingPayload } from './foundings.api'
import type { Entering } from './foundings.domain'
import { FoundingsStore } from './foundings.store'

/** A command about a step, as each of them comes. */
interface Sent<Input> {
  commandId: string
  expectedVersion?: number | null
  input: Input
}
type Rule<Input> = (founding: Founding, input: Input, entering: Entering) => Decision<Founding>

/** The graph's commands about the steps of a founding. */
@Resolver()
export class FoundingStepsApi {
  constructor(
    private readonly foundings: FoundingsStore,
    private readonly surroundings: FoundingsSurroundings,
    private readonly completion: FoundingCompletion,
    private readonly holds: Holds,
  ) {}

  @Mutation()
  draftFoundingRules(@Args() sent: MutationDraftFoundingRulesArgs, @Context('caller') caller: Caller) {
    return this.prepared('draftFoundingRules', sent, caller, draftFoundingRules)
  }

  @Mutation()
  applyForFounding(@Args() sent: MutationApplyForFoundingArgs, @Context('caller') caller: Caller) {
    return this.prepared('applyForFounding', sent, caller, applyForFounding)
  }

  @Mutation()
  reviewFounding(@Args() sent: MutationReviewFoundingArgs, @Context('caller') caller: Caller) {
    return this.decidedOn('reviewFounding', sent, caller, reviewFounding)
  }

  /**
   * The unit and its covers are carried out before the answer; what a crash leaves is completed by the next sweep. Until the unit stands the one
   * above it is held, so that it does not end meanwhile (ADR 36): the sweep comes before such a hold runs out.
   */
  @Mutation()
  async replyToFounding(@Args() sent: MutationReplyToFoundingArgs, @Context('caller') caller: Caller) {
    const { input } = sent
    const before = await this.foundings.changeable(input.foundingId, caller, 'foundings.review')
    const above = before.parentId ? [before.parentId] : []
    const { mark, marks } = await this.holds.during(
      sent.commandId,
      async () => ({ shared: above }),
      async () => {
        const surroundings = await this.surroundings.toReply(caller, before)
        const { founding, mark: replied } = await this.decidedOn('replyToFounding', sent, caller, (known, said, entering) =>
          replyToFounding(known, said, surroundings, entering),
        )
        return { mark: replied, marks: await this.completion.complete(founding) }
      },
    )
    const after = await this.foundings.find(caller, input.foundingId)
    if (!after) throw new Rejected('NOT_FOUND', { field: 'foundingId', value: input.foundingId })
    return { founding: after, version: after.version, mark: [mark, ...marks.slice(0, MARKS_TOLD)].join() }
  }

  @Mutation()
  holdFoundingMeeting(@Args() sent: MutationHoldFoundingMeetingArgs, @Context('caller') caller: Caller) {
    return this.prepared('holdFoundingMeeting', sent, caller, holdFoundingMeeting)
  }

  @Mutation()
  fileFounding(@Args() sent: MutationFileFoundingArgs, @Context('caller') caller: Caller) {
    return this.decidedOn('fileFounding', sent, caller, fileFounding)
  }

  @Mutation()
  hangFoundingPlate(@Args() sent: MutationHangFoundingPlateArgs, @Context('caller') caller: Caller) {
    return this.decidedOn('hangFoundingPlate', sent, caller, hangFoundingPlate)
  }

  private async prepared<Input extends { foundingId: string }>(name: string, sent: Sent<Input>, caller: Caller, rule: Rule<Input>) {
    const entering = this.surroundings.entering(caller)
    const command = { ...sent, name }
    return foundingPayload(
      await this.foundings.change(sent.input.foundingId, caller, command, (founding) => rule(founding, sent.input, entering)),
    )
  }

  private async decidedOn<Input extends { foundingId: string }>(
    name: string,
    sent: Sent<Input>,
    caller: Caller,
    rule: Rule<Input>,
  ): Promise<{ founding: Stored<Founding>; version: number; mark: string }> {
    const entering = this.surroundings.entering(caller)
    const written: Written<Founding> = await this.foundings.decideOn(sent.input.foundingId, caller, { ...sent, name }, (founding) =>
      rule(founding, sent.input, entering),
    )
    return foundingPayload(written)
  }
}

/** So many employers' marks fit beside those of founding and unit into the header that sends them back. */
const MARKS_TOLD = 20
