import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { RadioField } from '../form/RadioField'
import { SelectField } from '../form/SelectField'
import { useDraft } from '../form/useDraft'
import { useLeave } from '../frame/useLeave'
import { DelegateDocument, DelegatePageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { RoleVerbs } from '../grants/RoleVerbs'
import { useGrantWords } from '../grants/useGrantWords'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { AreaPicker } from '../pickers/AreaPicker'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import type { DelegationDraft, OwnGrant } from './delegations'
import { blankDelegation, canBePart, delegationInput, missingOfDelegation, MOST_DAYS, reasons, tooLate } from './delegations'

/** 设定代理: which of the reader's own grants, to whom, from when to when, and why. */
export function DelegatePage() {
  const text = useText()
  const { on } = useOn()
  const today = useToday()
  const { data, error, refetch } = useQuery(DelegatePageDocument, { variables: { on }, fetchPolicy: FROM_THE_SERVICES })

  return (
    <article className="page">
      <PageHeading name={text('delegations.delegate')}>{text('delegations.delegate')}</PageHeading>
      <p className="quiet">{text('delegations.delegate.lead', { days: MOST_DAYS })}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data && today ? <DelegateForm own={data.myDelegations.own} today={today} /> : !error && <Loading />}
    </article>
  )
}

function DelegateForm({ own, today }: { own: readonly OwnGrant[]; today: string }) {
  const text = useText()
  const words = useGrantWords()
  const leave = useLeave()
  const { value, change, dirty, discard } = useDraft('delegations/new', blankDelegation(today))
  const delegate = useCommand(DelegateDocument)
  const { refusal } = delegate
  const grant = own.find(({ id }) => id === value.grantId)
  const input = delegationInput(value, own)
  const set = (part: Partial<DelegationDraft>) => {
    delegate.forget()
    change((before) => ({ ...before, ...part }))
  }

  const send = async () => {
    if (!input || !(await delegate.send({ input }))) return
    discard()
    leave('/my-delegations', text('delegations.saved', { name: input.to, until: input.until }))
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={delegate}
        fields={['to', 'role', 'areaCode', 'from', 'until']}
        submit={text('delegations.delegate')}
        ready={input !== null}
        missing={missingOfDelegation(value, own).map((field) => text(`delegations.missing.${field}`))}
        onSubmit={() => void send()}
        aside={<PageLink to="/my-delegations">{text('delegations.back')}</PageLink>}
      >
        <Field label={text('delegations.to.name')} name="to" refusal={refusal} hint={text('delegations.to.hint')}>
          {(field) => (
            <Input
              {...field}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={value.to}
              onChange={({ target }) => set({ to: target.value })}
            />
          )}
        </Field>
        <Field label={text('delegations.grant')} name="role" refusal={refusal}>
          {(field) => (
            <SelectField
              input={field}
              value={grant?.id}
              onChange={(grantId) => set({ grantId, areaCode: null })}
              options={own.map((one) => ({ value: one.id, name: words.grant(one) }))}
              placeholder={text('grants.choose')}
            />
          )}
        </Field>
        {grant && canBePart(grant) && (
          <Field label={text('delegations.part')} name="areaCode" refusal={refusal} optional hint={text('delegations.part.hint')}>
            {(field) => <AreaPicker input={field} value={value.areaCode} onChange={(areaCode) => set({ areaCode })} />}
          </Field>
        )}
        {grant && (
          <div aria-live="polite">
            <RoleVerbs role={{ verbs: grant.role.verbs.filter(({ code }) => !NOT_DELEGATED.has(code)) }} />
          </div>
        )}
        <div className="grant-days">
          <Field label={text('grants.from')} name="from" refusal={refusal}>
            {(field) => <DateField input={field} value={value.from} onChange={(from) => set({ from })} from={today} />}
          </Field>
          <Field label={text('grants.until')} name="until" refusal={refusal} hint={text('delegations.until.hint', { days: MOST_DAYS })}>
            {(field) => (
              <DateField
                input={field}
                value={value.until}
                onChange={(until) => set({ until })}
                from={value.from ?? today}
                until={tooLate(value.from ?? today, grant)}
              />
            )}
          </Field>
        </div>
        <RadioField
          label={text('delegations.reason')}
          options={reasons.map((reason) => ({ value: reason, name: text(`delegations.reason.${reason}`) }))}
          value={value.reason}
          onChange={(reason) => set({ reason })}
        />
      </CommandForm>
    </>
  )
}

/** What no delegation lets do, whatever the role: who stands in for somebody lets nobody in, and runs nothing. */
const NOT_DELEGATED: ReadonlySet<string> = new Set([write('accounts'), write('operation')])
