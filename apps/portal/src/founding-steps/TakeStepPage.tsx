import type { Founding } from '../founding/founding'
import type { FoundingStep } from '../graph.generated'
import {
  DraftFoundingRulesDocument,
  FileFoundingDocument,
  HangFoundingPlateDocument,
  ReplyToFoundingDocument,
  ReviewFoundingDocument,
} from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import { ApplicationForm } from './ApplicationForm'
import { MeetingForm } from './MeetingForm'
import { StepForm } from './StepForm'
import { useFounding } from './useFounding'

/** 办理: the form of the step that comes next. */
export function TakeStepPage() {
  const text = useText()
  const words = useWords()
  const found = useFounding()
  if ('instead' in found) return found.instead
  const { founding, today } = found
  const { step, name } = founding
  return (
    <article className="page">
      <PageHeading name={step ? words.foundingStep(step) : text('foundingDesk.name')}>
        {step ? text('foundingSteps.title', { name, step: words.foundingStep(step) }) : text('foundingSteps.over', { name })}
      </PageHeading>
      {step === 'REPLY' && <p>{text('foundingSteps.reply.consequence')}</p>}
      <FormOf step={step} founding={founding} today={today} />
    </article>
  )
}

interface FormProps {
  founding: Founding
  today: string
}

function FormOf({ step, ...props }: FormProps & { step: FoundingStep | null }) {
  if (step === 'APPLICATION') return <ApplicationForm {...props} />
  if (step === 'MEETING') return <MeetingForm {...props} />
  return step === null || step === 'COLLECTION' ? null : <PlainStepForm step={step} {...props} />
}

/** Steps that say no more than a day and a paper. */
function PlainStepForm({ step, founding, today }: FormProps & { step: 'RULES' | 'REVIEW' | 'REPLY' | 'FILING' | 'PLATE' }) {
  const text = useText()
  const { version: expectedVersion } = founding
  const commands = {
    RULES: useCommand(DraftFoundingRulesDocument),
    REPLY: useCommand(ReplyToFoundingDocument),
    FILING: useCommand(FileFoundingDocument),
    REVIEW: useCommand(ReviewFoundingDocument),
    PLATE: useCommand(HangFoundingPlateDocument),
  }
  return (
    <StepForm
      founding={founding}
      today={today}
      command={commands[step]}
      name={step}
      submit={text(`founding.action.${step}`)}
      saved={text('foundingSteps.saved', { name: founding.name })}
      paper={text(`foundingSteps.paper.${step}`)}
      paperOptional={step === 'REVIEW' || step === 'PLATE'}
      more={{}}
      send={({ foundingId, on, paper }) => {
        if (step === 'REVIEW' || step === 'PLATE') return commands[step].send({ expectedVersion, input: { foundingId, on, paper } })
        return commands[step].send({ expectedVersion, input: { foundingId, on, paper: paper ?? '' } })
      }}
    />
  )
}
