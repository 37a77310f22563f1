import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { SelectField } from '../form/SelectField'
import type { RoleChoiceFragment } from '../graph.generated'
import type { Refusal } from '../graph/refusal'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { UnitPicker } from '../pickers/UnitPicker'
import type { GrantDraft } from './grants'
import { kindOf } from './grants'
import './grants.css'
import { RoleVerbs } from './RoleVerbs'

/** Where in a command's input the fields below stand: a refusal of them is shown at them. */
export const grantFields = ['role', 'areaCode', 'unitId', 'from', 'until'].map((field) => `grant.${field}`)

interface GrantFieldsProps {
  draft: GrantDraft
  /** The roles that the reader may give. */
  roles: readonly RoleChoiceFragment[]
  refusal: Refusal | null
  set: (part: Partial<GrantDraft>) => void
}

/** Role, jurisdiction and days of a grant. What the role lets do is said before anything is saved. */
export function GrantFields({ draft, roles, refusal, set }: GrantFieldsProps) {
  const text = useText()
  const role = roles.find(({ code }) => code === draft.role)

  return (
    <>
      <Field label={text('grants.role')} name="grant.role" refusal={refusal}>
        {(input) => (
          <SelectField
            input={input}
            value={role?.code}
            onChange={(code) => set({ role: code })}
            options={roles.map(({ code, name }) => ({ value: code, name }))}
            placeholder={text('grants.choose')}
          />
        )}
      </Field>
      <div aria-live="polite">{role && <RoleVerbs role={role} />}</div>
      {role && <JurisdictionFields draft={draft} role={role} refusal={refusal} set={set} />}
      <div className="grant-days">
        <Field label={text('grants.from')} name="grant.from" refusal={refusal}>
          {(input) => <DateField input={input} value={draft.from} onChange={(from) => set({ from })} />}
        </Field>
        <Field label={text('grants.until')} name="grant.until" refusal={refusal} optional hint={text('grants.until.hint')}>
          {(input) => <DateField input={input} value={draft.until} onChange={(until) => set({ until })} from={draft.from ?? undefined} />}
        </Field>
      </div>
    </>
  )
}

/** The kind of jurisdiction where the role leaves a choice, then which area or unit. */
function JurisdictionFields({ draft, role, refusal, set }: Omit<GrantFieldsProps, 'roles'> & { role: RoleChoiceFragment }) {
  const text = useText()
  const kind = kindOf(draft, role)
  return (
    <>
      {role.jurisdictions.length > 1 && (
        <RadioField
          label={text('grants.jurisdiction')}
          options={role.jurisdictions.map((value) => ({ value, name: text(`grants.jurisdiction.${value}`) }))}
          value={kind}
          onChange={(chosen) => set({ kind: chosen })}
        />
      )}
      {kind === 'EVERYWHERE' && role.jurisdictions.length === 1 && (
        <div className="field">
          <p className="field-label">{text('grants.jurisdiction')}</p>
          <p>{text('grants.everywhere')}</p>
        </div>
      )}
      {kind === 'AREA' && (
        <Field label={text('grants.area')} name="grant.areaCode" refusal={refusal} hint={text('grants.area.hint')}>
          {(input) => <AreaPicker input={input} value={draft.areaCode} onChange={(areaCode) => set({ areaCode })} />}
        </Field>
      )}
      {kind === 'UNIT' && (
        <Field label={text('grants.unit')} name="grant.unitId" refusal={refusal} hint={text('grants.unit.hint')}>
          {(input) => <UnitPicker input={input} value={draft.unitId} onChange={(unitId) => set({ unitId })} />}
        </Field>
      )}
    </>
  )
}
