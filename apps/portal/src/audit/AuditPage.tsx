import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { DayChoice } from '../address/DayChoice'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { useDay } from '../date/useDay'
import { secondOf } from '../date/instants'
import { AuditedAccountsDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { audited, auditedIn, spanOfDays } from './audit'
import { useAudit } from './useAudit'
import { useAuditColumns, useAuditWords } from './useAuditColumns'

/** 审计: who did what, to which record, when and from where, service by service, and what was refused. */
export function AuditPage() {
  const text = useText()
  const words = useAuditWords()
  const columns = useAuditColumns()
  const day = useDay() ?? ''
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const service = auditedIn(given('service'))
  const filter = { account: given('account'), record: given('record'), ...spanOfDays(given('from'), given('to')) }
  const { audit, error, again, paging } = useAudit(service, filter)
  const accounts = useQuery(AuditedAccountsDocument).data?.accounts.nodes ?? []
  const checkpoint = audit?.checkpoint

  return (
    <article className="page">
      <PageHeading name={text('audit.name')}>{text('audit.title', { service: text(`audit.service.${service}`) })}</PageHeading>
      <Unanswered error={error} retry={again} />
      <div className="filters not-printed">
        <SelectChoice
          label={text('audit.service')}
          parameter="service"
          all={text(`audit.service.${audited[0]}`)}
          options={audited.slice(1).map((value) => ({ value, name: text(`audit.service.${value}`) }))}
        />
        <SelectChoice
          label={text('audit.column.who')}
          parameter="account"
          all={text('audit.everybody')}
          options={accounts.map(({ id, name, holder }) => ({ value: id, name: text('audit.account', { holder, name }) }))}
        />
        <SearchChoice parameter="record" label={text('audit.record')} />
        <DayChoice label={text('audit.from')} parameter="from" />
        <DayChoice label={text('audit.to')} parameter="to" />
      </div>
      {audit && (
        <p className="quiet">
          {checkpoint
            ? text('audit.checkpoint', { position: checkpoint.position, at: secondOf(checkpoint.at) })
            : text('audit.noCheckpoint')}
        </p>
      )}
      {audit ? (
        <DataTable
          id="audit"
          title={text('audit.file', { service: text(`audit.service.${service}`), day })}
          rows={audit.nodes}
          rowKey={({ position }) => String(position)}
          columns={columns}
          narrow={(entry) => ({
            first: (
              <>
                {words.what(entry)} <span className="quiet">{words.result(entry)}</span>
              </>
            ),
            second: [secondOf(entry.at), words.who(entry)].join(' · '),
          })}
          empty={text('audit.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
