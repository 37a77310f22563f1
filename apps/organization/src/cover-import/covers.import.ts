import { Controller, Post, Query, Req, type StreamableFile } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { v5 as uuidv5 } from 'uuid'
import { ListImports, type ListKind } from '../list-import/list-imports'
import { COVER_FILE } from './cover-file'
import { CoverList, type FreshCover } from './cover-list.domain'
import type { CoverColumn, CoverWords } from './cover-rows.domain'
import { CoversKept } from './covers-kept'
import { CoversKnownByFile } from './covers-known'

/** Namespace of what imported rows make: the same row of any file makes the same employer and the same cover, once, however often it is sent. */
const IMPORTED_COVERS = '6d0c5a2e-3b57-5c1f-8a86-2f4de9b7c013'

/** `POST /files/covered-employers?dryRun=true`: which units cover which employers, as CSV, checked whole and then applied; the same file again changes nothing. */
@Controller('files/covered-employers')
export class CoversImport {
  private readonly kind: ListKind<CoverColumn, FreshCover>

  constructor(
    private readonly imports: ListImports,
    known: CoversKnownByFile,
    covers: CoversKept,
  ) {
    this.kind = {
      file: COVER_FILE,
      rights: ['units.write', 'employers.write'],
      list: async (caller, rows) => new CoverList(await known.to(caller, rows), (key) => uuidv5(key, IMPORTED_COVERS)),
      counts: (fresh) => ({ covered: fresh.length, registered: fresh.filter(({ register }) => register).length }),
      preview: (cover, caller) => ({ line: cover.line, ...previewOf(cover, known.words(caller)), isNew: cover.register !== undefined }),
      keep: (caller, fresh, kept) => covers.keep(caller, fresh, kept),
    }
  }

  @Post()
  importCovers(@Req() request: FastifyRequest, @Query('dryRun') dryRun = 'false'): Promise<object | StreamableFile> {
    return this.imports.take(request, dryRun, this.kind)
  }
}

/** What of a cover is shown before it is kept, in the reader's words. */
function previewOf({ unit, employer, command }: FreshCover, words: Pick<CoverWords, 'kind'>) {
  const { from, ended } = command
  const { name, creditCode = '', areaCode: area, kind } = employer
  return { unit, employer: name, creditCode, area, kind: words.kind(kind), from, until: ended?.on ?? '' }
}
