import { accountRefusals } from './accounts'
import { activityRefusals } from './activity'
import { areaListRefusals } from './area-lists'
import { bodyAndTermRefusals } from './bodies-and-terms'
import { changeOverTimeRefusals } from './change-over-time'
import { coverAndConditionRefusals } from './covers-and-conditions'
import { foundingRefusals } from './foundings'
import { gatewayRefusals } from './gateway'
import { generalRefusals } from './general'
import { listFileRefusals } from './list-files'
import { membershipRefusals } from './membership'
import { organizationRefusals } from './organization'
import { paperRefusals } from './papers'
import { personalDataRefusals } from './personal-data'
import { pilotRefusals } from './pilots'
import { seatListRefusals } from './seat-lists'
import type { Refusal, RefusalFamily } from './refusal'

export type { Refusal, RefusalFamily }
import { reportingRefusals } from './reporting'

/** Every refusal that the product gives, by code: one catalogue, also printed in the docs. */
export const refusalCatalogue = {
  ...generalRefusals,
  ...organizationRefusals,
  ...areaListRefusals,
  ...bodyAndTermRefusals,
  ...changeOverTimeRefusals,
  ...coverAndConditionRefusals,
  ...foundingRefusals,
  ...pilotRefusals,
  ...listFileRefusals,
  ...seatListRefusals,
  ...membershipRefusals,
  ...accountRefusals,
  ...personalDataRefusals,
  ...paperRefusals,
  ...activityRefusals,
  ...reportingRefusals,
  ...gatewayRefusals,
}

/** A code of the catalogue. */
export type RefusalCode = keyof typeof refusalCatalogue

/** The languages of the product; Chinese is the first. */
export type Language = 'zh' | 'en'

/** A refusal in the reader's language, as it goes to `extensions`. */
export interface RefusalText {
  code: string
  family: RefusalFamily
  message: string
  hint: string
  rule: string | null
}

function fill(text: string, details: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}

/** Says the refusal in the reader's language; a detail that is not given becomes empty. */
export function refusalText(code: RefusalCode, details: Record<string, unknown>, language: Language): RefusalText {
  const refusal: Refusal = refusalCatalogue[code]
  const text = refusal[language]
  return { code, family: refusal.family, message: fill(text.message, details), hint: fill(text.hint, details), rule: refusal.rule ?? null }
}
