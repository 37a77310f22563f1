import { useMemo } from 'react'
import type { DelegationLineFragment } from '../graph.generated'
import { EndDelegationDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useGrantWords } from '../grants/useGrantWords'
import { useText } from '../language/useText'
import { RefusalText } from '../form/RefusalText'
import { useSaved } from '../frame/Saved'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'

interface DelegationsTableProps {
  id: string
  title: string
  /** Who is named in each line: the one who acts, or the one in whose place it is done. */
  names: 'to' | 'by'
  delegations: readonly DelegationLineFragment[]
  empty: string
  /** The reader is one of the two, and may end them. */
  ends?: boolean
}

/** 代理, the latest first, with what is left of each today. */
export function DelegationsTable({ id, title, names, delegations, empty, ends = false }: DelegationsTableProps) {
  const text = useText()
  const words = useGrantWords()
  const saved = useSaved()
  const end = useCommand(EndDelegationDocument)

  const { columns, stateOf, endButton } = useMemo(() => {
    const stateOf = ({ state }: DelegationLineFragment) => text(`delegations.state.${state}`)
    const send = async (delegation: DelegationLineFragment) => {
      const done = await end.send({ input: { delegationId: delegation.id } })
      if (done) saved(text('delegations.ended', { name: delegation[names], grant: words.grant(delegation.grant) }))
    }
    const endButton = (delegation: DelegationLineFragment) =>
      ends &&
      delegation.state !== 'OVER' && (
        <button
          type="button"
          className="plain-button"
          disabled={end.running}
          aria-label={text('delegations.endOf', { name: delegation[names], grant: words.grant(delegation.grant) })}
          onClick={() => void send(delegation)}
        >
          {text('delegations.end')}
        </button>
      )
    const said: Column<DelegationLineFragment>[] = [
      { key: 'who', title: text(`delegations.${names}`), value: (delegation) => delegation[names], width: 180 },
      { key: 'role', title: text('grants.role'), value: ({ grant }) => grant.role.name, width: 180 },
      { key: 'place', title: text('grants.jurisdiction'), value: ({ grant }) => words.place(grant), width: 180 },
      { key: 'from', title: text('grants.from'), value: ({ grant }) => grant.from, width: 110 },
      { key: 'until', title: text('grants.until'), value: ({ grant }) => grant.until, width: 110 },
      { key: 'reason', title: text('delegations.reason'), value: ({ reason }) => text(`delegations.reason.${reason}`), width: 110 },
      { key: 'state', title: text('delegations.state'), value: stateOf, width: 220 },
    ]
    const ways: Column<DelegationLineFragment> = {
      key: 'end',
      title: text('delegations.ways'),
      value: () => null,
      show: endButton,
      control: true,
      width: 90,
    }
    return { columns: ends ? [...said, ways] : said, stateOf, endButton }
  }, [text, words, names, ends, end, saved])

  return (
    <>
      {end.refusal && <RefusalText refusal={end.refusal} />}
      <DataTable
        id={id}
        title={title}
        rows={delegations}
        rowKey={({ id: key }) => key}
        columns={columns}
        narrow={(delegation) => ({
          first: text('delegations.line', { name: delegation[names], grant: words.grant(delegation.grant) }),
          second: (
            <>
              {text('delegations.line.second', { state: stateOf(delegation), time: words.time(delegation.grant) })} {endButton(delegation)}
            </>
          ),
        })}
        empty={empty}
      />
    </>
  )
}
