import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import { EstablishUnitDocument, FoundingAreaDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { UnitPicker } from '../pickers/UnitPicker'
import { FormationFields } from './FormationFields'
import type { Founding, UnitType } from './foundings'
import { inputOf, typeFor, usualName, usualParent } from './foundings'

interface EstablishUnitFormProps {
  types: readonly UnitType[]
  /** What the address says. */
  given: { area?: string | null; type?: string | null; parent?: string | null }
  /** The day looked at. */
  day: string
}

const fields = ['type', 'areaCode', 'name', 'mode', 'alsoCovers', 'hostId', 'parentId', 'from']

/** Establishes a unit: area and type suggest the name and the unit above, all of which may be changed. */
export function EstablishUnitForm({ types, given, day }: EstablishUnitFormProps) {
  const text = useText()
  const leave = useLeave()
  const empty: Founding = {
    type: given.type ?? null,
    areaCode: given.area ?? null,
    name: null,
    mode: 'OWN',
    alsoCovers: [],
    hostId: null,
    parentId: given.parent ?? undefined,
    from: day,
  }
  const { value, change, dirty, discard } = useDraft(`foundings.${given.area ?? ''}.${given.parent ?? ''}`, empty)
  const establish = useCommand(EstablishUnitDocument)
  const area = useQuery(FoundingAreaDocument, {
    variables: { code: value.areaCode ?? '', on: value.from },
    skip: !value.areaCode,
    fetchPolicy: 'cache-first',
  }).data?.area

  const type = types.find(({ code }) => code === value.type) ?? typeFor(area, types)
  const suggested = { type: type?.code, name: area && type?.serves ? usualName(area) : undefined, parentId: usualParent(area, type)?.id }
  const input = inputOf(value, suggested)
  const back = given.parent ? `/units/${given.parent}` : given.area ? `/network?area=${given.area}` : '/units'
  const { refusal } = establish
  const set = (part: Partial<Founding>) => {
    establish.forget()
    change((before) => ({ ...before, ...part }))
  }

  const missing = [
    !input.areaCode && type?.serves !== null && text('foundings.area'),
    !input.type && text('foundings.type'),
    !input.name && text('foundings.unitName'),
    !input.from && text('foundings.from'),
  ].filter((label) => label !== false)

  const send = async () => {
    const done = await establish.send({ input })
    if (!done) return
    discard()
    leave(`/units/${done.establishUnit.unit.id}`, text('foundings.saved', { name: done.establishUnit.unit.name }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={establish}
        fields={fields}
        submit={text('foundings.submit')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to={back}>{text('foundings.back')}</PageLink>}
      >
        <Field label={text('foundings.area')} name="areaCode" refusal={refusal} optional={type?.serves === null}>
          {(field) => <AreaPicker input={field} value={value.areaCode} onChange={(areaCode) => set({ areaCode })} />}
        </Field>
        <Field label={text('foundings.type')} name="type" refusal={refusal}>
          {(field) => (
            <SelectField
              input={field}
              value={type?.code}
              onChange={(code) => set({ type: code })}
              options={types.map(({ code, name }) => ({ value: code, name }))}
              placeholder={text('foundings.choose')}
            />
          )}
        </Field>
        <Field label={text('foundings.unitName')} name="name" refusal={refusal} hint={text('foundings.unitName.hint')}>
          {(field) => (
            <Input {...field} value={value.name ?? suggested.name ?? ''} onChange={({ target }) => set({ name: target.value })} />
          )}
        </Field>
        <Field label={text('foundings.from')} name="from" refusal={refusal} hint={text('foundings.from.hint')}>
          {(field) => <DateField input={field} value={value.from} onChange={(from) => set({ from })} />}
        </Field>
        <FormationFields founding={value} level={type?.serves ?? null} refusal={refusal} set={set} />
        <Field
          label={text('foundings.parent')}
          name="parentId"
          refusal={refusal}
          optional
          hint={suggested.parentId && value.parentId === undefined ? text('foundings.parent.suggested') : text('foundings.parent.hint')}
        >
          {(field) => <UnitPicker input={field} value={input.parentId} onChange={(parentId) => set({ parentId })} />}
        </Field>
      </CommandForm>
    </>
  )
}
