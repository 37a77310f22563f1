import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import type { DesignationPageQuery } from '../graph.generated'
import { DesignatePilotDocument, UnitToDesignateDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { UnitPicker } from '../pickers/UnitPicker'
import { CategoryFields } from './CategoryFields'
import { categoriesFor, usualCategory } from './designations'

/** What is filled in; null: not filled in, or as it usually is. */
interface DesignationDraft {
  unitId: string | null
  category: string | null
  department: string | null
  from: string | null
  until: string | null
  paper: string
}

interface DesignatePilotFormProps {
  choices: DesignationPageQuery
  /** The unit that the address says. */
  given: string | null
  /** The day looked at. */
  day: string
}

/** Makes a unit a pilot: its type narrows the categories, and the category says which department follows it. */
export function DesignatePilotForm({ choices, given, day }: DesignatePilotFormProps) {
  const text = useText()
  const leave = useLeave()
  const designate = useCommand(DesignatePilotDocument)
  const empty: DesignationDraft = { unitId: given, category: null, department: null, from: day, until: null, paper: '' }
  const { value, change, dirty, discard } = useDraft(`designations.${given ?? ''}`, empty)
  const unit = useQuery(UnitToDesignateDocument, {
    variables: { id: value.unitId ?? '', on: value.from },
    skip: !value.unitId,
    fetchPolicy: 'cache-and-network',
  }).data?.unit
  const categories = categoriesFor(choices.pilotCategories, unit?.type.code)
  const category = value.category ?? usualCategory(categories)
  const back = given ? `/units/${given}` : '/pilots'
  const { refusal } = designate
  const set = (part: Partial<DesignationDraft>) => {
    designate.forget()
    change((before) => ({ ...before, ...part }))
  }
  const missing = [
    !value.unitId && text('pilots.unit'),
    !category && text('pilots.category'),
    !value.from && text('pilots.from'),
    !value.paper.trim() && text('pilot.paper'),
  ].filter((label) => label !== false)

  const send = async () => {
    const { unitId, department, from, until, paper } = value
    if (!unitId || !category || !from) return
    const done = await designate.send({ input: { unitId, category, department, from, until, paper: paper.trim() } })
    if (!done) return
    const { pilot } = done.designatePilot
    discard()
    leave(`/pilots/${pilot.id}`, text('designations.saved', { unit: pilot.unit.name }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={designate}
        fields={['unitId', 'category', 'department', 'from', 'until', 'paper']}
        submit={text('designations.designate')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to={back}>{text('designations.back')}</PageLink>}
      >
        <Field
          label={text('pilots.unit')}
          name="unitId"
          refusal={refusal}
          hint={unit?.pilot && text('designations.already', { category: unit.pilot.category.name })}
        >
          {(input) => (
            <UnitPicker input={input} value={value.unitId} onChange={(unitId) => set({ unitId, category: null, department: null })} />
          )}
        </Field>
        <CategoryFields
          categories={categories}
          departments={choices.pilotDepartments}
          category={category}
          department={value.department}
          refusal={refusal}
          set={set}
        />
        <Field label={text('pilots.from')} name="from" refusal={refusal} hint={text('designations.from.hint')}>
          {(input) => <DateField input={input} value={value.from} onChange={(from) => set({ from })} from={unit?.from} />}
        </Field>
        <Field label={text('pilots.until')} name="until" refusal={refusal} optional hint={text('designations.until.hint')}>
          {(input) => <DateField input={input} value={value.until} onChange={(until) => set({ until })} from={value.from ?? undefined} />}
        </Field>
        <Field label={text('pilot.paper')} name="paper" refusal={refusal} hint={text('designations.paper.hint')}>
          {(input) => <Input {...input} maxLength={200} value={value.paper} onChange={({ target }) => set({ paper: target.value })} />}
        </Field>
      </CommandForm>
    </>
  )
}
