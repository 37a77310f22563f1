import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import type { Rejected } from '@sizhang/service-kit/rules'
import { registerEmployer, type Employer, type EmployerSurroundings, type RegisterEmployer } from '../employers/employers.domain'
import { everyRefusal } from '../list-import/checked-rows.domain'
import { isFormula, plainName } from '../list-import/cells.domain'
import type { CoverColumn, CoverWords, ReadCover } from './cover-rows.domain'

/** An employer that a row means. */
export interface MeantEmployer {
  id: string
  /** As the rows before leave it. */
  employer: Employer
  /** As it is kept; 0: not yet. */
  version: number
  /** What registers it; absent: it is known already. */
  register?: RegisterEmployer
}

/** An employer as it is kept. */
type KeptEmployer = Employer & { _id: string; version: number }

/** An area as registering needs it. */
type EmployersArea = NonNullable<EmployerSurroundings['area']> & { level: Level }

/** What employers are found and registered by. */
export interface EmployerRules {
  /** Those that bear a name of the file or one of its credit codes, as far as the caller may see them. */
  employers: readonly KeptEmployer[]
  /** The credit codes of the file that any employer has, seen or not. */
  codesTaken: ReadonlySet<string>
  area: (code: AreaCode, on: LocalDate) => EmployersArea | undefined
  /** Whether the caller may change an employer, or register one that lies there. */
  mayChange: (employer: Pick<Employer, 'path' | 'covers'>) => boolean
  words: CoverWords
  today: LocalDate
}

/** What stands for cells that could not be read, so that the others are judged all the same. */
const NAME_THAT_PASSES = '单位'
const KIND_THAT_PASSES = 'nobody'
const NO_AREA = '000000'

/** The employers that rows may mean: known ones by credit code, or by name in an area, and those that earlier rows register. */
export class NamedEmployers {
  private readonly byCode = new Map<string, MeantEmployer>()
  private readonly byName = new Map<string, MeantEmployer[]>()

  /** @param idOf the id of a new employer, by what it is found by: the same row always gives the same id */
  constructor(
    private readonly rules: EmployerRules,
    private readonly idOf: (key: string) => string,
  ) {
    for (const { _id: id, version, ...employer } of rules.employers) this.add({ id, version, employer })
  }

  /** The employer that a row means, known or new. Null: it cannot be said, as the row's cells tell. */
  find(row: ReadCover): MeantEmployer | null {
    const { creditCode, employer: name, areaCode, cells } = row
    const byCode = creditCode === null ? undefined : this.byCode.get(creditCode)
    const alike = areaCode === null ? [] : (this.byName.get(keyOf(name, areaCode)) ?? [])
    if (!byCode && alike.length > 1) return cells.refuse('employer', 'EMPLOYER_NAME_AMBIGUOUS', { count: alike.length })
    const isTaken = !byCode && creditCode !== null && this.rules.codesTaken.has(creditCode)
    if (isTaken) cells.refuse('credit_code', 'CREDIT_CODE_TAKEN')
    const known = byCode ?? alike[0]
    const meant = known ? this.agreeing(row, known) : this.registered(row)
    return isTaken || !meant ? null : known ? meant : this.add(meant)
  }

  /** What a row says of a known employer has to agree with what is kept: nothing of a file is passed over in silence. */
  private agreeing({ cells, ...row }: ReadCover, known: MeantEmployer): MeantEmployer | null {
    const { name, creditCode, areaCode, kind, level } = known.employer
    const { words } = this.rules
    const differs = (column: CoverColumn, registered: string) => {
      cells.refuse(column, 'EMPLOYER_REGISTERED_OTHERWISE', { employer: name, registered })
      return true
    }
    const differences = [
      row.employer !== '' && plainName(row.employer) !== plainName(name) && differs('employer', name),
      row.creditCode !== null && creditCode !== undefined && row.creditCode !== creditCode && differs('credit_code', creditCode),
      row.areaCode !== null && row.areaCode !== areaCode && differs('area', areaCode),
      row.kind !== null && row.kind !== kind && differs('kind', words.kind(kind)),
      row.level !== null && row.level !== level && differs('level', words.level(level)),
    ]
    if (differences.includes(true)) return null
    const { register } = known
    // It has been there at least since it was first covered.
    if (register && row.from !== null && row.from < register.from) register.from = row.from
    return known
  }

  private registered(row: ReadCover): MeantEmployer | null {
    const { cells, employer: name, creditCode, areaCode, kind } = row
    for (const column of ['employer', 'area', 'kind'] as const) cells.needed(column)
    if (isFormula(name)) cells.refuse('employer', 'CELL_IS_FORMULA')
    const from = row.from ?? this.rules.today
    const area = areaCode === null ? undefined : this.rules.area(areaCode, from)
    const key = creditCode === null ? JSON.stringify([plainName(name), areaCode]) : creditCode
    const register: RegisterEmployer = {
      ...{ employerId: this.idOf(key), name, kind: kind ?? KIND_THAT_PASSES, level: row.level ?? area?.level ?? 'TOWN' },
      ...{ areaCode: areaCode ?? NO_AREA, creditCode, from },
    }
    const first: Registering = { command: register, surroundings: { area: area ?? null, kindKnown: true } }
    const { refusals, decided } = everyRefusal(first, ({ command, surroundings }) => registerEmployer(command, surroundings), asIfRight)
    for (const { code, details } of refusals) {
      const { field, value: _, ...told } = details
      const column = field === 'areaCode' ? 'area' : 'employer'
      // What is not there was named already.
      if (cells.text(column) !== '' && !(column === 'area' && areaCode === null)) cells.refuse(column, code, told)
    }
    if (area && !this.rules.mayChange({ path: area.path })) cells.refuse('area', 'ROW_BEYOND_JURISDICTION')
    if (refusals.length > 0 || !decided || kind === null) return null
    return { id: register.employerId, version: 0, employer: decided.state, register }
  }

  private add(meant: MeantEmployer): MeantEmployer {
    const { name, areaCode, creditCode } = meant.employer
    if (creditCode !== undefined) this.byCode.set(creditCode, meant)
    const key = keyOf(name, areaCode)
    this.byName.set(key, [...(this.byName.get(key) ?? []), meant])
    return meant
  }
}

interface Registering {
  command: RegisterEmployer
  surroundings: EmployerSurroundings
}

function asIfRight({ command, surroundings }: Registering, { details: { field } }: Rejected): Registering | null {
  if (field === 'name') return { command: { ...command, name: NAME_THAT_PASSES }, surroundings }
  if (field !== 'areaCode') return null
  return { command: { ...command, areaCode: NO_AREA }, surroundings: { ...surroundings, area: { path: [NO_AREA], placeholder: false } } }
}

function keyOf(name: string, areaCode: AreaCode): string {
  return JSON.stringify([plainName(name), areaCode])
}
