import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { CheckChoice } from '../address/CheckChoice'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { AccountsPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { WaitingGrants } from '../proposals/WaitingGrants'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useAccountColumns } from './useAccountColumns'
import { useAccountWords } from './useAccountWords'

/** 账户与授权: who signs in, as what and where; the grants are those of the day looked at. */
export function AccountsPage() {
  const text = useText()
  const words = useAccountWords()
  const { on } = useOn()
  const day = useDay() ?? ''
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const asked = useQuery(AccountsPageDocument, {
    variables: { search: given('q'), role: given('role'), closed: given('closed') === 'yes', on },
  })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.accounts, put: (it, accounts) => ({ ...it, accounts }) })
  const columns = useAccountColumns()
  const rows = data?.accounts.nodes

  return (
    <article className="page">
      <PageHeading
        name={text('accounts.name')}
        action={
          <ActionLink to="/accounts/new" verb={write('accounts')}>
            {text('accounts.invite')}
          </ActionLink>
        }
      >
        {rows ? text(paging.hasMore ? 'accounts.titleOfFirst' : 'accounts.title', { count: rows.length }) : text('accounts.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <WaitingGrants />
      <div className="filters not-printed">
        <SearchChoice parameter="q" label={text('accounts.search')} />
        <SelectChoice
          label={text('accounts.role')}
          parameter="role"
          all={text('accounts.everyRole')}
          options={(data?.roles ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <CheckChoice label={text('accounts.closedToo')} parameter="closed" />
      </div>
      {rows ? (
        <DataTable
          id="accounts"
          title={text('accounts.file', { day })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(account) => ({
            first: (
              <>
                <PageLink to={`/accounts/${account.id}`}>{account.name}</PageLink> <span className="quiet">{account.holder}</span>
              </>
            ),
            second: [words.state(account), words.grants(account)].filter(Boolean).join(' · '),
          })}
          empty={text('accounts.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
