import { Controller, Post, Query, Req, type StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidv5 } from 'uuid'
import { ListImports, type ListKind } from '../list-import/list-imports'
import { SEAT_FILE } from './seat-file'
import { SeatList, type FreshSeat } from './seat-list.domain'
import type { SeatColumn } from './seat-rows.domain'
import type { SeatWords } from './seat-words.domain'
import { SeatsKept } from './seats-kept'
import { SeatsKnownByFile } from './seats-known'

/** Namespace of what imported rows make: the same row of any file makes the same body, term and seat, once, however often it is sent. */
const IMPORTED_SEATS = 'a3f1c6d2-58e4-5b0a-9c77-d0e2b94f6a15'

/** `POST /files/seats?dryRun=true`: bodies, terms and seats of units, as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/seats')
export class SeatsImport {
  private readonly kind: ListKind<SeatColumn, FreshSeat>

  constructor(
    private readonly imports: ListImports,
    known: SeatsKnownByFile,
    seats: SeatsKept,
  ) {
    this.kind = {
      file: SEAT_FILE,
      rights: ['bodies.write'],
      list: async (caller, rows) => new SeatList(await known.to(caller, rows), (key) => uuidv5(key, IMPORTED_SEATS)),
      counts: (fresh) => ({
        created: fresh.length,
        bodies: fresh.filter(({ opensBody }) => opensBody).length,
        terms: fresh.filter(({ opensTerm }) => opensTerm).length,
      }),
      preview: (seat, caller) => previewOf(seat, known.words(caller)),
      keep: (caller, fresh, kept) => seats.keep(caller, fresh, kept),
    }
  }

  @Post()
  importSeats(@Req() request: FastifyRequest, @Query('dryRun') dryRun = 'false'): Promise<object | StreamableFile> {
    return this.imports.take(request, dryRun, this.kind)
  }
}

/** What of a seat is shown before it is kept, in the reader's words. */
function previewOf({ line, unit, asked, opensBody, opensTerm }: FreshSeat, words: SeatWords) {
  const { kind, name, term, seat } = asked
  const { title, rank, kinds, places = 1, reservedHead, byPost } = seat
  return {
    ...{ line, unit, body: name ?? words.bodyKind(kind), opensBody, opensTerm },
    ...{ term: term?.number ?? null, from: term?.from ?? '', until: term?.until ?? '' },
    ...{ title, rank: words.rank(rank), kinds: words.kinds(kinds), places },
    ...{ reservedHead: reservedHead ? words.head(reservedHead) : '', byPost: byPost ?? '' },
  }
}
