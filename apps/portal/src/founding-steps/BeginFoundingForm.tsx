import { Input } from 'antd'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { FormationFields } from '../foundings/FormationFields'
import type { Founding, UnitType } from '../foundings/foundings'
import { useLeave } from '../frame/useLeave'
import { BeginFoundingDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { UnitPicker } from '../pickers/UnitPicker'

type Draft = Founding & { industry: string; paper: string }

const fields = ['type', 'areaCode', 'name', 'mode', 'alsoCovers', 'hostId', 'industry', 'parentId', 'paper', 'on']

/** What the unit is to be, how it is founded, and since when the group prepares. */
export function BeginFoundingForm({ types, today }: { types: readonly UnitType[]; today: string }) {
  const text = useText()
  const leave = useLeave()
  const unit: Founding = { type: null, areaCode: null, name: null, mode: 'OWN', alsoCovers: [], hostId: null, parentId: null, from: today }
  const { value, change, dirty, discard } = useDraft<Draft>('founding-steps.begin', { ...unit, industry: '', paper: '' })
  const begin = useCommand(BeginFoundingDocument)
  const { refusal } = begin
  const { type, areaCode, name, mode, alsoCovers, hostId, parentId, from, industry, paper } = value
  const level = types.find(({ code }) => code === type)?.serves ?? null
  const set = (part: Partial<Draft>) => {
    begin.forget()
    change((before) => ({ ...before, ...part }))
  }
  const missing = [
    !type && text('foundings.type'),
    !areaCode && text('foundingSteps.seat'),
    !name?.trim() && text('foundings.unitName'),
    !from && text('foundingSteps.begunOn'),
    mode === 'BY_INDUSTRY' && !industry.trim() && text('foundingSteps.industry'),
    mode === 'HOSTED' && !hostId && text('foundings.host'),
  ].filter((label) => label !== false)

  const send = async () => {
    if (!type || !areaCode || !name || !from) return
    const joint = mode === 'JOINT_BY_AREA' && level ? { alsoCovers } : {}
    const hosted = mode === 'HOSTED' ? { hostId } : {}
    const byIndustry = mode === 'BY_INDUSTRY' ? { industry: industry.trim() } : {}
    const input = { type, areaCode, name, mode, parentId, on: from, paper: paper.trim() || null, ...joint, ...hosted, ...byIndustry }
    const done = await begin.send({ input })
    if (!done) return
    discard()
    leave(`/foundings/${done.beginFounding.founding.id}`, text('foundingSteps.begun', { name: done.beginFounding.founding.name }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={begin}
        fields={fields}
        submit={text('foundingDesk.begin')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to="/foundings">{text('foundingSteps.toDesk')}</PageLink>}
      >
        <Field label={text('foundings.type')} name="type" refusal={refusal}>
          {(field) => (
            <SelectField
              input={field}
              value={type}
              onChange={(code) => set({ type: code })}
              options={types.map((each) => ({ value: each.code, name: each.name }))}
              placeholder={text('foundings.choose')}
            />
          )}
        </Field>
        <Field label={text('foundingSteps.seat')} name="areaCode" refusal={refusal} hint={text('foundingSteps.seat.hint')}>
          {(field) => <AreaPicker input={field} value={areaCode} onChange={(code) => set({ areaCode: code })} />}
        </Field>
        <Field label={text('foundings.unitName')} name="name" refusal={refusal}>
          {(field) => <Input {...field} maxLength={80} value={name ?? ''} onChange={({ target }) => set({ name: target.value })} />}
        </Field>
        <FormationFields founding={value} level={level} refusal={refusal} set={set} />
        {mode === 'BY_INDUSTRY' && (
          <Field label={text('foundingSteps.industry')} name="industry" refusal={refusal}>
            {(field) => <Input {...field} maxLength={40} value={industry} onChange={({ target }) => set({ industry: target.value })} />}
          </Field>
        )}
        <Field label={text('foundings.parent')} name="parentId" refusal={refusal} optional hint={text('foundings.parent.hint')}>
          {(field) => <UnitPicker input={field} value={parentId ?? null} onChange={(id) => set({ parentId: id })} />}
        </Field>
        <Field label={text('foundingSteps.begunOn')} name="on" refusal={refusal}>
          {(field) => <DateField input={field} value={from} onChange={(day) => set({ from: day })} until={today} />}
        </Field>
        <Field label={text('foundingSteps.groupPaper')} name="paper" refusal={refusal} optional>
          {(field) => <Input {...field} maxLength={200} value={paper} onChange={({ target }) => set({ paper: target.value })} />}
        </Field>
      </CommandForm>
    </>
  )
}
