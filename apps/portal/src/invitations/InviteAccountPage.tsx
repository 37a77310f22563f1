import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useNavigate } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useKeepOn } from '../date/useKeepOn'
import { useToday } from '../date/useToday'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { LeaveGuard } from '../form/LeaveGuard'
import { useDraft } from '../form/useDraft'
import { useSaved } from '../frame/Saved'
import { GrantEffect } from '../grants/GrantEffect'
import { GrantFields, grantFields } from '../grants/GrantFields'
import { blankGrant, grantInput, mayLinkPersons, missingOfGrant } from '../grants/grants'
import { useRolesToGive } from '../grants/useRolesToGive'
import type { RoleChoiceFragment } from '../graph.generated'
import { InviteAccountDocument, InviteAccountPageDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { PersonPicker } from '../pickers/PersonPicker'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import type { Carried } from './invitations'

/** 邀请账户: name, holder and the first grant; the link for the invited one stands on the account's page afterwards. */
export function InviteAccountPage() {
  const text = useText()
  const today = useToday()
  const { data, error, refetch } = useQuery(InviteAccountPageDocument)

  return (
    <article className="page">
      <PageHeading name={text('invitations.invite')}>{text('invitations.invite')}</PageHeading>
      <p className="quiet">{text('invitations.lead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data && today ? <InviteAccountForm roles={data.roles} today={today} /> : !error && <Loading />}
    </article>
  )
}

function InviteAccountForm({ roles, today }: { roles: readonly RoleChoiceFragment[]; today: string }) {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const { value, change, dirty, discard } = useDraft('invitations/account', {
    name: '',
    holder: '',
    personId: null as string | null,
    grant: blankGrant(today),
  })
  const invite = useCommand(InviteAccountDocument)
  const offered = useRolesToGive(roles)
  const role = offered.find(({ code }) => code === value.grant.role)
  const grant = grantInput(value.grant, role)
  const [name, holder] = [value.name.trim(), value.holder.trim()]
  const { refusal } = invite
  const set = (part: Partial<typeof value>) => {
    invite.forget()
    change((before) => ({ ...before, ...part }))
  }

  const missing = [
    ...(name === '' ? [text('invitations.name')] : []),
    ...(holder === '' ? [text('invitations.holder')] : []),
    ...missingOfGrant(value.grant, role).map((field) => text(`grants.${field}`)),
  ]

  const send = async () => {
    const done = grant && (await invite.send({ input: { name, holder, personId: value.personId, grant } }))
    if (!done) return
    const { account, invitation } = done.inviteAccount
    discard()
    saved(text(account.proposals.length > 0 ? 'invitations.proposed' : 'invitations.saved', { holder: account.holder }))
    const state: Carried = { accountId: account.id, invitation }
    void navigate(keep(`/accounts/${account.id}`), { state })
  }

  return (
    <>
      <LeaveGuard dirty={dirty} />
      <CommandForm
        command={invite}
        fields={['name', 'holder', 'personId', ...grantFields]}
        submit={text('invitations.submit')}
        ready={missing.length === 0}
        missing={missing}
        onSubmit={() => void send()}
        aside={<PageLink to="/accounts">{text('invitations.back')}</PageLink>}
      >
        <Field label={text('invitations.name')} name="name" refusal={refusal} hint={text('invitations.name.hint')}>
          {(input) => (
            <Input
              {...input}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={value.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Field label={text('invitations.holder')} name="holder" refusal={refusal} hint={text('invitations.holder.hint')}>
          {(input) => (
            <Input
              {...input}
              autoComplete="off"
              maxLength={60}
              value={value.holder}
              onChange={({ target }) => set({ holder: target.value })}
            />
          )}
        </Field>
        {mayLinkPersons(offered) && (
          <Field label={text('invitations.person')} name="personId" refusal={refusal} optional hint={text('invitations.person.hint')}>
            {(input) => <PersonPicker input={input} value={value.personId} onChange={(personId) => set({ personId })} />}
          </Field>
        )}
        <GrantFields draft={value.grant} roles={offered} refusal={refusal} set={(part) => set({ grant: { ...value.grant, ...part } })} />
        <GrantEffect grant={grant} role={role} />
      </CommandForm>
    </>
  )
}
