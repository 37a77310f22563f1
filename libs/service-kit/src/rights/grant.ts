import { areaCode, localDate } from '@sizhang/contracts'
import { z } from 'zod'

/** 辖区: where a grant holds. An area means all below it in the territorial tree; a unit means that unit alone. */
const jurisdiction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('EVERYWHERE') }),
  z.object({ kind: z.literal('AREA'), code: areaCode() }),
  z.object({ kind: z.literal('UNIT'), id: z.uuid() }),
])

/**
 * 授权: a role within a jurisdiction, from a day to a day (closed-open, Asia/Shanghai). `delegated`: somebody else's, in whose place its holder
 * acts for a time.
 */
export const grant = z.object({
  role: z.string(),
  within: jurisdiction,
  from: localDate(),
  until: localDate().nullable(),
  delegated: z.literal(true).optional(),
})

/** Where a grant holds. */
export type Jurisdiction = z.output<typeof jurisdiction>
/** How a jurisdiction is named. */
export type JurisdictionKind = Jurisdiction['kind']
/** A role within a jurisdiction, from a day to a day. */
export type Grant = z.output<typeof grant>

/** A role everywhere, without an end. */
export function everywhere(role: string): Grant {
  return { role, within: { kind: 'EVERYWHERE' }, from: '2018-01-01', until: null }
}
