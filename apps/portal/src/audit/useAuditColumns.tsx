import { useMemo } from 'react'
import { secondOf } from '../date/instants'
import type { AuditRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { nameOfAction } from './audit'

/** What an entry of the audit says, in words. */
export function useAuditWords() {
  const text = useText()
  return useMemo(
    () => ({
      /** 谁: holder and name of the account; a tool by its name; who is not known as such. */
      who: ({ account, accountId }: AuditRowFragment) =>
        account ? text('audit.account', { holder: account.holder, name: account.name }) : (accountId ?? text('audit.nobody')),
      /** 做什么: the action by its name, with what is said beside it; else by its code. */
      what: ({ action }: AuditRowFragment) => {
        const [done = '', ...particulars] = action.split(' ')
        const name = nameOfAction(done)
        return name ? [text(`audit.action.${name}`), ...particulars].join(' ') : action
      },
      /** 结果: done, or refused with the code of the refusal. */
      result: ({ refusal }: AuditRowFragment) => (refusal ? text('audit.refused', { refusal }) : text('audit.done')),
    }),
    [text],
  )
}

/** The columns of the audit. */
export function useAuditColumns(): Column<AuditRowFragment>[] {
  const text = useText()
  const words = useAuditWords()
  return useMemo(
    () => [
      { key: 'position', title: text('audit.column.position'), value: ({ position }) => position, numeric: true, width: 80 },
      { key: 'at', title: text('audit.column.at'), value: ({ at }) => secondOf(at), width: 170 },
      { key: 'who', title: text('audit.column.who'), value: words.who, filter: true, width: 220 },
      { key: 'what', title: text('audit.column.what'), value: words.what, filter: true, width: 150 },
      { key: 'record', title: text('audit.column.record'), value: ({ record }) => record, width: 300 },
      { key: 'result', title: text('audit.column.result'), value: words.result, filter: true, width: 180 },
      { key: 'address', title: text('audit.column.address'), value: ({ address }) => address, width: 130 },
      { key: 'trace', title: text('audit.column.trace'), value: ({ trace }) => trace, extra: true, width: 260 },
    ],
    [text, words],
  )
}
