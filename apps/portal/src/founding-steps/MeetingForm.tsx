import { InputNumber } from 'antd'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import type { Founding } from '../founding/founding'
import { HoldFoundingMeetingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { StepForm } from './StepForm'

interface Meeting {
  entitled: number | null
  present: number | null
  elected: number | null
  termUntil: string | null
}

const figures = ['entitled', 'present', 'elected'] as const

/** 成立大会: who came, how many were elected, and until when. Who they are is entered with the seats of the unit's first term. */
export function MeetingForm({ founding, today }: { founding: Founding; today: string }) {
  const text = useText()
  const hold = useCommand(HoldFoundingMeetingDocument)
  const { counts, quorum, version: expectedVersion, name } = founding
  const empty: Meeting = { entitled: (counts.persons ?? 0) + (counts.units ?? 0), present: null, elected: null, termUntil: null }
  return (
    <StepForm<Meeting>
      founding={founding}
      today={today}
      command={hold}
      name="MEETING"
      submit={text('founding.action.MEETING')}
      saved={text('foundingSteps.saved', { name })}
      paper={text('foundingSteps.paper.MEETING')}
      more={empty}
      fields={[...figures, 'termUntil']}
      missing={({ termUntil, ...counted }) => [
        ...figures.filter((figure) => counted[figure] === null).map((figure) => text(`foundingSteps.${figure}`)),
        ...(termUntil ? [] : [text('foundingSteps.termUntil')]),
      ]}
      send={async ({ foundingId, on, paper }, { entitled, present, elected, termUntil }) => {
        if (entitled === null || present === null || elected === null || !termUntil) return null
        return hold.send({ expectedVersion, input: { foundingId, on, paper: paper ?? '', entitled, present, elected, termUntil } })
      }}
    >
      {(meeting, set) => (
        <>
          {figures.map((figure) => (
            <Field
              key={figure}
              label={text(`foundingSteps.${figure}`)}
              name={figure}
              refusal={hold.refusal}
              hint={figure === 'present' && quorum ? text('foundingSteps.quorum', { share: quorum.share, of: quorum.of }) : undefined}
            >
              {(input) => (
                <InputNumber
                  {...input}
                  min={0}
                  max={100_000}
                  precision={0}
                  value={meeting[figure]}
                  onChange={(count) => set({ [figure]: count })}
                />
              )}
            </Field>
          ))}
          <Field label={text('foundingSteps.termUntil')} name="termUntil" refusal={hold.refusal}>
            {(input) => <DateField input={input} value={meeting.termUntil} onChange={(termUntil) => set({ termUntil })} />}
          </Field>
        </>
      )}
    </StepForm>
  )
}
