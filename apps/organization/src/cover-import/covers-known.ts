import { Injectable } from '@nestjs/common'
import { Packs } from '@sizhang/packs'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { AreasStore } from '../areas/areas.store'
import { EmployersStore } from '../employers/employers.store'
import { codesByName } from '../list-import/cells.domain'
import { UnitsNamed } from '../list-import/units-named'
import { UnitsStore } from '../units/units.store'
import type { CoversKnown } from './cover-list.domain'
import { coverWords, readCoverRow, type CoverRow, type CoverWords } from './cover-rows.domain'

/** Gathers what a file of covered employers has to be checked against. */
@Injectable()
export class CoversKnownByFile {
  constructor(
    private readonly units: UnitsStore,
    private readonly named: UnitsNamed,
    private readonly employers: EmployersStore,
    private readonly areas: AreasStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
  ) {}

  /** Of all units and employers only those that the caller may see. Refused where he may change none. */
  async to(caller: Caller, rows: readonly CoverRow[]): Promise<CoversKnown> {
    const mayChange = this.employers.reachForChange(caller)
    const today = this.calendar.today()
    const kinds = this.kinds()
    const said = rows.map((row) => readCoverRow(row, kinds))
    const codes = said.flatMap(({ creditCode }) => creditCode ?? [])
    const [units, employers, codesTaken, area] = [
      await this.named.in(
        caller,
        said.map(({ unit }) => unit),
      ),
      await this.employers.alike(
        caller,
        said.flatMap(({ employer }) => spellingsOf(employer)),
        codes,
      ),
      await this.employers.codesTaken(codes),
      await this.areas.placing(
        caller,
        said.flatMap(({ areaCode }) => areaCode ?? []),
      ),
    ]
    const covering = employers.flatMap(({ covers = [] }) => covers.map(({ unitId }) => unitId))
    const name = await this.named.namesOf(caller, covering, today)
    return {
      ...{ units, employers, codesTaken, area, kinds, mayChange, today },
      mayCover: (unit) => this.units.may(caller, 'units.write', unit),
      covering: new Map(covering.flatMap((id) => (name(id) === '' ? [] : [[id, name(id)]]))),
      words: this.words(caller),
    }
  }

  /** The words of files in a language. */
  words({ language }: Pick<Caller, 'language'>): CoverWords {
    return coverWords(language, (code) => this.packs.text('employerKind', code, language).name)
  }

  private kinds(): ReadonlyMap<string, string> {
    const names = (code: string) => (['zh', 'en'] as const).map((language) => this.packs.text('employerKind', code, language).name)
    return codesByName(this.packs.employerKinds().map(({ code }) => ({ code, names: names(code) })))
  }
}

/** How a name may have been kept: with the digits and brackets of one keyboard or the other. */
function spellingsOf(name: string): string[] {
  const narrow = name.normalize('NFKC')
  return [name, narrow, narrow.replace(/\(/g, '（').replace(/\)/g, '）')]
}
