import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { ChangePilotDesignationDocument, DesignationPageDocument, PilotToChangeDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { CategoryFields } from './CategoryFields'
import { categoriesFor } from './designations'

/** 变更试点: another category or department from a day on. The tasks that both categories have go on as they stand. */
export function ChangePilotPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const day = useDay()
  const choices = useQuery(DesignationPageDocument)
  const asked = useQuery(PilotToChangeDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const change = useCommand(ChangePilotDesignationDocument)
  const [draft, setDraft] = useState<Partial<{ category: string | null; department: string | null; from: string | null; paper: string }>>(
    {},
  )
  const error = asked.error ?? choices.error
  const retry = () => void Promise.all([asked.refetch(), choices.refetch()])

  if (!asked.data || !choices.data || !day) return error ? <Unanswered error={error} retry={retry} /> : <Loading />
  const { pilot } = asked.data
  if (!pilot) return <Missing error={error} retry={retry} />
  const { category = pilot.category.code, from = day, paper = '' } = draft
  const department = draft.department === undefined ? pilot.department.code : draft.department
  const changed = category !== pilot.category.code || (department !== null && department !== pilot.department.code)
  const here = `/pilots/${id}`
  const set = (part: typeof draft) => {
    change.forget()
    setDraft((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    if (!category || !from) return
    const input = { pilotId: id, category, department, from, paper: paper.trim() }
    const done = await change.send({ expectedVersion: pilot.version, input })
    if (!done) return
    leave(`/pilots/${done.changePilotDesignation.pilot.id}`, text('designations.changed', { unit: pilot.unit.name, from }))
  }

  return (
    <article className="page">
      <PageHeading name={text('pilot.change')}>
        {text('designations.change.title', { unit: pilot.unit.name, category: pilot.category.name })}
      </PageHeading>
      <p>{text('designations.change.consequence')}</p>
      <CommandForm
        command={change}
        fields={['category', 'department', 'from', 'paper']}
        submit={text('pilot.change')}
        ready={changed && Boolean(category && from && paper.trim())}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('pilot.back')}</PageLink>}
      >
        <CategoryFields
          categories={categoriesFor(choices.data.pilotCategories, pilot.unit.type.code)}
          departments={choices.data.pilotDepartments}
          category={category}
          department={department}
          refusal={change.refusal}
          set={set}
        />
        <Field label={text('designations.change.from')} name="from" refusal={change.refusal} hint={text('designations.change.from.hint')}>
          {(input) => (
            <DateField
              input={input}
              value={from}
              onChange={(chosen) => set({ from: chosen })}
              from={pilot.from}
              until={pilot.until ?? undefined}
            />
          )}
        </Field>
        <Field label={text('pilot.paper')} name="paper" refusal={change.refusal} hint={text('designations.paper.hint')}>
          {(input) => <Input {...input} maxLength={200} value={paper} onChange={({ target }) => set({ paper: target.value })} />}
        </Field>
      </CommandForm>
    </article>
  )
}
