import { Input } from 'antd'
import { Field } from '../form/Field'
import type { Founding } from '../founding/founding'
import { ApplyForFoundingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import '../founding/founding.css'
import { StepForm } from './StepForm'

interface Filled {
  title: string
  number: string
}

/** 提交申请: the application with its papers, a line for each that is needed. */
export function ApplicationForm({ founding, today }: { founding: Founding; today: string }) {
  const text = useText()
  const apply = useCommand(ApplyForFoundingDocument)
  const { papersNeeded, version: expectedVersion, name } = founding
  const empty = Object.fromEntries(papersNeeded.map((paper): [string, Filled] => [paper.code, { title: '', number: '' }]))
  const at = (papers: Record<string, Filled>, code: string) => papers[code] ?? { title: '', number: '' }
  return (
    <StepForm<Record<string, Filled>>
      founding={founding}
      today={today}
      command={apply}
      name="APPLICATION"
      submit={text('founding.action.APPLICATION')}
      saved={text('foundingSteps.saved', { name })}
      paper={text('foundingSteps.paper.APPLICATION')}
      more={empty}
      fields={['papers']}
      missing={(papers) => papersNeeded.filter(({ code }) => !at(papers, code).title.trim()).map((paper) => paper.name)}
      send={({ foundingId, on, paper }, filled) => {
        const papers = papersNeeded.map(({ code }) => ({
          code,
          title: at(filled, code).title,
          number: at(filled, code).number.trim() || null,
        }))
        return apply.send({ expectedVersion, input: { foundingId, on, paper: paper ?? '', papers } })
      }}
    >
      {(papers, set) =>
        papersNeeded.map((paper, place) => {
          const { title, number } = at(papers, paper.code)
          return (
            <Field
              key={paper.code}
              label={paper.name}
              {...(place === 0 ? { name: 'papers', refusal: apply.refusal } : {})}
              hint={text('foundingSteps.paperTitle.hint')}
            >
              {(input) => (
                <span className="founding-paper">
                  <Input
                    {...input}
                    maxLength={100}
                    placeholder={text('foundingSteps.paperTitle')}
                    value={title}
                    onChange={({ target }) => set({ [paper.code]: { title: target.value, number } })}
                  />
                  <Input
                    aria-label={text('foundingSteps.numberOf', { paper: paper.name })}
                    maxLength={60}
                    placeholder={text('foundingSteps.paperNumber')}
                    value={number}
                    onChange={({ target }) => set({ [paper.code]: { title, number: target.value } })}
                  />
                </span>
              )}
            </Field>
          )
        })
      }
    </StepForm>
  )
}
