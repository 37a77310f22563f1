import { readFileSync } from 'node:fs'
import {
  basisKinds,
  purposeCodes,
  termCodes,
  terms,
  usualBases,
  usualMonths,
  type Bases,
  type KeptMonths,
} from '@sizhang/service-kit/personal-data'
import { z } from 'zod'

/** What an installation says of personal data: on what each purpose rests, and for how many months things are kept. */
export interface PersonalData {
  bases: Bases
  months: KeptMonths
}

const basis = z.enum(basisKinds)
const bases = z.strictObject(Object.fromEntries(purposeCodes.map((purpose) => [purpose, basis.optional()])))
const months = z.strictObject(
  Object.fromEntries(termCodes.map((code) => [code, z.int().min(terms[code].least).max(terms[code].most).optional()])),
)
const personalData = z.strictObject({ bases: bases.default({}), months: months.default({}) })

/**
 * The installation's own bases and terms, over those that the product brings; without a file those alone. Throws one message with the field,
 * the value and the rule of each thing that is wrong: then the service does not start.
 */
export function readPersonalData(file: string): PersonalData {
  if (file === '') return { bases: usualBases, months: usualMonths }
  const said = jsonIn(file)
  const parsed = personalData.safeParse(said, { reportInput: true })
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, input, message }) => `${path.join('.')}: ${JSON.stringify(input)}: ${message}`)
    throw wrong(file, faults)
  }
  return {
    bases: { ...usualBases, ...(parsed.data.bases as Partial<Bases>) },
    months: { ...usualMonths, ...(parsed.data.months as Partial<KeptMonths>) },
  }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw wrong(file, [error instanceof Error ? error.message : String(error)])
  }
}

function wrong(file: string, faults: readonly string[]): Error {
  const lines = faults.map((fault) => `  ${fault}`).join('\n')
  return new Error(
    `个人信息设置有误，服务未启动 / settings of personal data are wrong, not started: PERSONAL_DATA_FILE=${file}\n${lines}\n见 docs/operators.md`,
  )
}
