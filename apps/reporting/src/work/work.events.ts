import { Controller } from '@nestjs/common'
import { ActivityCorrected, ActivityRecorded, ActivityWithdrawn, type DataOf, type EventOf } from '@sizhang/contracts'
import { When, type Outcome } from '@sizhang/messaging'

/** What activity's facts change in reporting. */
@Controller()
export class WorkEvents {
  @When(ActivityRecorded)
  countWorkWhenActivityRecorded({ data }: EventOf<typeof ActivityRecorded>): Outcome {
    return contributionOf(data)
  }

  @When(ActivityCorrected)
  countWorkAnewWhenActivityCorrected({ data }: EventOf<typeof ActivityCorrected>): Outcome {
    return contributionOf(data)
  }

  @When(ActivityWithdrawn)
  countNoWorkWhenActivityWithdrawn({ data }: EventOf<typeof ActivityWithdrawn>): Outcome {
    return { into: 'activities', id: data.activityId, set: { withdrawn: true } }
  }
}

/** What an activity adds to the figures as it stands now. It touches every area that one of its hosts lies in, each once. */
function contributionOf(data: DataOf<typeof ActivityRecorded>): Outcome {
  const { activityId, department, activityType, on, hosts, ledBy, figures } = data
  const audience = figures.find(({ code }) => code === 'audience')?.value ?? 0
  const areas = [...new Set(hosts.flatMap(({ path }) => path))]
  const set = { department, activityType, on, month: on.slice(0, 7), areas, head: ledBy?.head ?? null, audience, figures, withdrawn: false }
  return { into: 'activities', id: activityId, set }
}
