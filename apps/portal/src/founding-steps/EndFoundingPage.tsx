import { RadioField } from '../form/RadioField'
import { LapseFoundingDocument, WithdrawFoundingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { ReasonField } from './ReasonField'
import { StepForm } from './StepForm'
import { useFounding } from './useFounding'

type Ending = 'withdraw' | 'lapse'

/** 撤回或终止: the group withdraws the founding, or it is let lapse after its day has passed. */
export function EndFoundingPage() {
  const text = useText()
  const found = useFounding()
  const [withdraw, lapse] = [useCommand(WithdrawFoundingDocument), useCommand(LapseFoundingDocument)]
  if ('instead' in found) return found.instead
  const { founding, today } = found
  const { name, version: expectedVersion, overdue, mayDecide } = founding
  const endings: Ending[] = overdue && mayDecide ? ['withdraw', 'lapse'] : ['withdraw']
  const command = {
    running: withdraw.running || lapse.running,
    refusal: withdraw.refusal ?? lapse.refusal,
    failed: withdraw.failed || lapse.failed,
    forget: () => {
      withdraw.forget()
      lapse.forget()
    },
  }
  return (
    <article className="page">
      <PageHeading name={text('founding.end')}>{text('foundingSteps.end.title', { name })}</PageHeading>
      <p>{text('foundingSteps.end.consequence')}</p>
      <StepForm
        founding={founding}
        today={today}
        command={command}
        name="end"
        submit={text('foundingSteps.end.submit')}
        saved={text('foundingSteps.saved', { name })}
        paper={null}
        more={{ ending: 'withdraw' as Ending, reason: '' }}
        fields={['reason']}
        missing={({ reason }) => (reason.trim() ? [] : [text('foundingSteps.reason')])}
        send={({ foundingId, on }, { ending, reason }) =>
          (ending === 'lapse' ? lapse : withdraw).send({ expectedVersion, input: { foundingId, on, reason } })
        }
      >
        {({ ending, reason }, set) => (
          <>
            {endings.length > 1 && (
              <RadioField
                label={text('foundingSteps.end.how')}
                name="ending"
                refusal={null}
                options={endings.map((value) => ({ value, name: text(`foundingSteps.end.${value}`) }))}
                value={ending}
                onChange={(chosen) => set({ ending: chosen })}
              />
            )}
            <ReasonField name="reason" refusal={command.refusal} value={reason} onChange={(said) => set({ reason: said })} />
          </>
        )}
      </StepForm>
    </article>
  )
}
