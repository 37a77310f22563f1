import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { GivenGrantFragment } from '../graph.generated'
import { isOpen, stateOf } from '../grants/grants'
import { useGrantWords } from '../grants/useGrantWords'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'

interface GrantsTableProps {
  accountId: string
  grants: readonly GivenGrantFragment[]
  /** What seats give: it ends with the post, not here. */
  seatGrants: readonly GivenGrantFragment[]
  /** The day looked at: whether a grant holds is said of it. */
  day: string
  /** What has not ended by today can be ended. */
  today: string
}

/** The grants of an account, the latest first, then what its seats give; what was granted by hand, and holds or is to come, can be ended. */
export function GrantsTable({ accountId, grants, seatGrants, day, today }: GrantsTableProps) {
  const text = useText()
  const words = useGrantWords()
  const mayEnd = useMay(write('accounts'))

  const { columns, stateIn, end, bySeat } = useMemo(() => {
    const stateIn = (grant: GivenGrantFragment) => text(`accounts.grant.${stateOf(grant, day)}`)
    const bySeat = (grant: GivenGrantFragment) => seatGrants.includes(grant)
    const byWhom = ({ givenBy, confirmedBy }: GivenGrantFragment) =>
      confirmedBy ? text('accounts.grant.confirmed', { by: givenBy?.holder ?? '—', confirmer: confirmedBy.holder }) : givenBy?.holder
    const by = (grant: GivenGrantFragment) => (bySeat(grant) ? text('accounts.grant.bySeat') : byWhom(grant))
    const end = (grant: GivenGrantFragment) =>
      mayEnd &&
      !bySeat(grant) &&
      isOpen(grant, today) && (
        <PageLink to={`/accounts/${accountId}/grants/${grant.id}/end`} aria-label={text('accounts.endOf', { grant: words.grant(grant) })}>
          {text('accounts.end')}
        </PageLink>
      )
    const said: Column<GivenGrantFragment>[] = [
      { key: 'role', title: text('grants.role'), value: ({ role }) => role.name, width: 200 },
      { key: 'place', title: text('grants.jurisdiction'), value: words.place, width: 220 },
      { key: 'from', title: text('grants.from'), value: ({ from }) => from, width: 120 },
      { key: 'until', title: text('grants.until'), value: ({ until }) => until ?? text('accounts.noEnd'), width: 140 },
      { key: 'state', title: text('accounts.grant.state'), value: stateIn, width: 110 },
      { key: 'by', title: text('accounts.grant.by'), value: by, width: 280 },
    ]
    const ways: Column<GivenGrantFragment> = {
      key: 'end',
      title: text('accounts.grant.ways'),
      value: () => null,
      show: end,
      control: true,
      width: 90,
    }
    return { columns: mayEnd ? [...said, ways] : said, stateIn, end, bySeat }
  }, [text, words, day, today, accountId, mayEnd, seatGrants])

  return (
    <DataTable
      id="grants"
      title={text('accounts.grants')}
      rows={[...grants, ...seatGrants]}
      rowKey={({ id }) => id}
      columns={columns}
      narrow={(grant) => ({
        first: bySeat(grant) ? text('accounts.bySeat', { grant: words.grant(grant) }) : words.grant(grant),
        second: (
          <>
            {text('accounts.grant.line', { state: stateIn(grant), time: words.time(grant) })} {end(grant)}
          </>
        ),
      })}
      empty={text('accounts.grants.none')}
    />
  )
}
