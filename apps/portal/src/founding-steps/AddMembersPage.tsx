import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { RadioField } from '../form/RadioField'
import { useDraft } from '../form/useDraft'
import type { Founding } from '../founding/founding'
import { useMissing } from '../founding/useMissing'
import { useLeave } from '../frame/useLeave'
import type { FoundingMemberKind } from '../graph.generated'
import { AddFoundingMembersDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { EmployerPicker } from '../pickers/EmployerPicker'
import { PersonPicker } from '../pickers/PersonPicker'
import { Several } from '../pickers/Several'
import { UnitPicker } from '../pickers/UnitPicker'
import { useFounding } from './useFounding'

const kinds: readonly FoundingMemberKind[] = ['EMPLOYER', 'UNIT', 'PERSON']
const PICKERS = { EMPLOYER: EmployerPicker, UNIT: UnitPicker, PERSON: PersonPicker }

/** 列入会员: employers, units or persons, a line each. */
export function AddMembersPage() {
  const text = useText()
  const missing = useMissing()
  const found = useFounding()
  if ('instead' in found) return found.instead
  const { founding } = found
  return (
    <article className="page">
      <PageHeading name={text('founding.addMembers')}>{text('foundingSteps.members.title', { name: founding.name })}</PageHeading>
      {missing(founding) && <p className="quiet">{missing(founding)}</p>}
      <AddMembersForm founding={founding} />
    </article>
  )
}

function AddMembersForm({ founding: { id, name } }: { founding: Founding }) {
  const text = useText()
  const leave = useLeave()
  const add = useCommand(AddFoundingMembersDocument)
  const empty: { kind: FoundingMemberKind; ids: string[] } = { kind: 'EMPLOYER', ids: [] }
  const { value, change, dirty, discard } = useDraft(`founding-steps.members.${id}`, empty)
  const { kind, ids } = value
  const MemberPicker = PICKERS[kind]
  const here = `/foundings/${id}`
  const label = text(`foundingSteps.members.${kind}`)

  const send = async () => {
    if (!(await add.send({ input: { foundingId: id, members: ids.map((memberId) => ({ kind, id: memberId })) } }))) return
    discard()
    leave(here, text('foundingSteps.members.saved', { name, count: ids.length }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={add}
        fields={['members']}
        submit={text('foundingSteps.members.submit')}
        ready={ids.length > 0}
        missing={[label]}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('foundingSteps.back')}</PageLink>}
      >
        <RadioField
          label={text('founding.memberKind')}
          name="kind"
          refusal={add.refusal}
          options={kinds.map((each) => ({ value: each, name: text(`founding.kind.${each}`) }))}
          value={kind}
          onChange={(chosen) => {
            add.forget()
            change({ kind: chosen, ids: [] })
          }}
        />
        <Field label={label} name="members" refusal={add.refusal} hint={text('foundingSteps.members.hint')}>
          {(input) => (
            <Several
              label={label}
              input={input}
              values={ids}
              onChange={(chosen) => {
                add.forget()
                change({ kind, ids: chosen })
              }}
            >
              {(picker) => <MemberPicker {...picker} />}
            </Several>
          )}
        </Field>
      </CommandForm>
    </>
  )
}
