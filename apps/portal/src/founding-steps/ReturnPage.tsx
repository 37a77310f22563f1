import { ReviewFoundingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ReasonField } from './ReasonField'
import { StepForm } from './StepForm'
import { useFounding } from './useFounding'

/** 退回修改: sends the application back to the group, with reasons; its list is open again. */
export function ReturnPage() {
  const text = useText()
  const found = useFounding()
  const command = useCommand(ReviewFoundingDocument)
  if ('instead' in found) return found.instead
  const { founding, today } = found
  const { name, version: expectedVersion } = founding
  return (
    <article className="page">
      <PageHeading name={text('founding.return')}>{text('foundingSteps.return.title', { name })}</PageHeading>
      <p>{text('foundingSteps.return.consequence')}</p>
      <StepForm
        founding={founding}
        today={today}
        command={command}
        name="return"
        submit={text('founding.return')}
        saved={text('foundingSteps.saved', { name })}
        paper={null}
        more={{ reason: '' }}
        fields={['returnedBecause']}
        missing={({ reason }) => (reason.trim() ? [] : [text('foundingSteps.reason')])}
        send={({ foundingId, on }, { reason }) => command.send({ expectedVersion, input: { foundingId, on, returnedBecause: reason } })}
      >
        {({ reason }, set) => (
          <ReasonField name="returnedBecause" refusal={command.refusal} value={reason} onChange={(said) => set({ reason: said })} />
        )}
      </StepForm>
    </article>
  )
}
