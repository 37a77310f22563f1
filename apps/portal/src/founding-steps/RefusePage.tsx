import { ReplyToFoundingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ReasonField } from './ReasonField'
import { StepForm } from './StepForm'
import { useFounding } from './useFounding'

/** 不予批准: the reply is no, with reasons; the founding is over. */
export function RefusePage() {
  const text = useText()
  const found = useFounding()
  const command = useCommand(ReplyToFoundingDocument)
  if ('instead' in found) return found.instead
  const { founding, today } = found
  const { name, version: expectedVersion } = founding
  return (
    <article className="page">
      <PageHeading name={text('founding.refuse')}>{text('foundingSteps.refuse.title', { name })}</PageHeading>
      <p>{text('foundingSteps.refuse.consequence')}</p>
      <StepForm
        founding={founding}
        today={today}
        command={command}
        name="refuse"
        submit={text('founding.refuse')}
        saved={text('foundingSteps.saved', { name })}
        paper={text('foundingSteps.paper.REPLY')}
        more={{ reason: '' }}
        fields={['refusedBecause']}
        missing={({ reason }) => (reason.trim() ? [] : [text('foundingSteps.reason')])}
        send={({ foundingId, on, paper }, { reason }) =>
          command.send({ expectedVersion, input: { foundingId, on, paper: paper ?? '', refusedBecause: reason } })
        }
      >
        {({ reason }, set) => (
          <ReasonField name="refusedBecause" refusal={command.refusal} value={reason} onChange={(said) => set({ reason: said })} />
        )}
      </StepForm>
    </article>
  )
}
