import { PageLink } from '../date/PageLink'
import { RefusalText } from '../form/RefusalText'
import { RemoveFoundingMemberDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { useText } from '../language/useText'
import type { Paging } from '../table/MoreRows'
import { DataTable } from '../table/DataTable'
import { isPreparing, nameOf, type Founding, type Member } from './founding'

/** 会员名单: who is on it; as long as the group prepares, each can be taken off. */
export function FoundingMembers({ founding, paging }: { founding: Founding; paging: Paging }) {
  const text = useText()
  const remove = useCommand(RemoveFoundingMemberDocument)
  const { id: foundingId, counts, members, mayPrepare } = founding
  const isOpen = mayPrepare && isPreparing(founding)
  const take = (memberId: string) => {
    remove.forget()
    void remove.send({ input: { foundingId, memberId } })
  }
  const link = (member: Member) => {
    const name = nameOf(member)
    if (member.person) return <PageLink to={`/people/${member.id}`}>{name}</PageLink>
    return member.unit ? <PageLink to={`/units/${member.id}`}>{name}</PageLink> : name
  }
  const remover = (member: Member) =>
    isOpen && (
      <button
        type="button"
        className="plain-button not-printed"
        disabled={remove.running}
        aria-label={text('founding.removeOf', { name: nameOf(member) })}
        onClick={() => take(member.id)}
      >
        {text('founding.remove')}
      </button>
    )

  return (
    <section>
      <h2>{text('founding.members', { persons: counts.persons ?? 0, units: counts.units ?? 0 })}</h2>
      {remove.refusal && <RefusalText refusal={remove.refusal} />}
      {isOpen && (
        <p className="not-printed">
          <PageLink to={`/foundings/${foundingId}/members`}>{text('founding.addMembers')}</PageLink>
        </p>
      )}
      <DataTable
        id="founding-members"
        title={text('founding.members', { persons: counts.persons ?? 0, units: counts.units ?? 0 })}
        rows={members.nodes}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: text('founding.member'), value: nameOf, show: link, width: 260 },
          { key: 'kind', title: text('founding.memberKind'), value: ({ kind }) => text(`founding.kind.${kind}`), width: 100 },
          { key: 'employer', title: text('founding.employerKind'), value: ({ employer }) => employer?.kindName, width: 140 },
          ...(isOpen
            ? [{ key: 'remove', title: text('founding.remove'), value: () => null, show: remover, control: true, width: 80 }]
            : []),
        ]}
        narrow={(member) => ({
          first: link(member),
          second: (
            <>
              {[text(`founding.kind.${member.kind}`), member.employer?.kindName].filter(Boolean).join(' · ')} {remover(member)}
            </>
          ),
        })}
        empty={text('founding.noMembers')}
        paging={paging}
      />
    </section>
  )
}
