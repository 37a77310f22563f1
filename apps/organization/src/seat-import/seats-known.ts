import { Injectable } from '@nestjs/common'
import { Packs } from '@sizhang/packs'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { BodiesStore } from '../bodies/bodies.store'
import type { SeatSurroundings } from '../bodies/seats.domain'
import { codesByName } from '../list-import/cells.domain'
import { UnitsNamed } from '../list-import/units-named'
import type { SeatsKnown } from './seat-list.domain'
import type { SeatRow } from './seat-rows.domain'
import { seatWords, type SeatWords } from './seat-words.domain'

/** Gathers what a file of seats has to be checked against. */
@Injectable()
export class SeatsKnownByFile {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly named: UnitsNamed,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
  ) {}

  /** Of all units and bodies only those that the caller may see. Refused where he may change none. */
  async to(caller: Caller, rows: readonly SeatRow[]): Promise<SeatsKnown> {
    const mayChange = this.bodies.reachForSeats(caller)
    const units = await this.named.in(
      caller,
      rows.map(({ unit }) => unit.normalize('NFC').trim()),
    )
    const bodies = await this.bodies.ofUnits(
      caller,
      units.map(({ _id }) => _id),
    )
    const heads = codesByName(this.packs.heads().map(({ code, texts: { zh, en } }) => ({ code, names: [zh.name, en.name] })))
    return { units, bodies, heads, mayChange, surroundings: this.surroundings(caller), words: this.words(caller) }
  }

  /** What the decision over a seat has to know. */
  surroundings({ grants }: Caller): SeatSurroundings {
    return { heads: new Set(this.packs.heads().map(({ code }) => code)), grants, today: this.calendar.today() }
  }

  /** The words of files in a language. */
  words({ language }: Pick<Caller, 'language'>): SeatWords {
    return seatWords(language, (code) => this.packs.text('head', code, language).name)
  }
}
