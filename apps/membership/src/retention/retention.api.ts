import { Inject } from '@nestjs/common'
import { Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Rejected, SETTINGS, type GraphContext, type Language } from '@sizhang/service-kit'
import { termCodes, terms, type TermCode } from '@sizhang/service-kit/personal-data'
import { localDateOf } from '@sizhang/service-kit/rules'
import type { MembershipSettings } from '../config'
import { Retention, type Due } from './retention'
import { RetentionRuns, type RetentionRun } from './retention-runs'

/** Tells what is due, in numbers, and has it done. */
@Resolver()
export class RetentionApi {
  constructor(
    private readonly retention: Retention,
    private readonly runs: RetentionRuns,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
  ) {}

  @Query('retention')
  async ask(@Context() { caller }: GraphContext) {
    const due = await this.retention.due()
    const run = await this.runs.latest()
    return { terms: due.map((one) => this.termAnswer(one, caller.language)), lastRun: run && runAnswer(run) }
  }

  @Mutation()
  async applyRetention(@Context() context: GraphContext) {
    if (!(await this.retention.run(true))) throw new Rejected('RETENTION_UNDER_WAY')
    return this.ask(context)
  }

  private termAnswer({ code, count, oldest }: Due, language: Language) {
    const { name, after, does } = terms[code]
    const words = { name: name[language], after: after[language], does: does[language] }
    const day = oldest instanceof Date ? localDateOf(oldest) : oldest
    return { code, ...words, months: this.settings.personalData.months[code], due: count, oldest: day }
  }
}

function runAnswer({ _id: on, finishedAt, done }: RetentionRun) {
  const counted = termCodes.flatMap((code: TermCode) => (done[code] === undefined ? [] : [{ code, count: done[code] }]))
  return { on, finishedAt: finishedAt?.toISOString(), done: counted }
}
