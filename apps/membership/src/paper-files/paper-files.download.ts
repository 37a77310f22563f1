import { Readable } from 'node:stream'
import { Controller, Get, Header, Param, Req, StreamableFile } from '@nestjs/common'
import { Audit, Calendar, Callers, checkRight, Rejected } from '@sizhang/service-kit'
import type { FastifyRequest } from 'fastify'
import { PapersStore } from '../papers/papers.store'
import { checkThere } from '../papers/papers.domain'
import { dispositionOf } from './file-names.domain'
import { mediaTypes } from './paper-kinds.domain'
import { PiecesStore } from './pieces.store'

/** `GET /files/papers/:id`: a scan, sent while it is decrypted, to be saved and never shown in place. Each reading stands in the audit before its first byte. */
@Controller('files/papers')
export class PaperDownload {
  constructor(
    private readonly callers: Callers,
    private readonly papers: PapersStore,
    private readonly pieces: PiecesStore,
    private readonly audit: Audit,
    private readonly calendar: Calendar,
  ) {}

  @Get(':id')
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('x-content-type-options', 'nosniff')
  async readPaper(@Req() request: FastifyRequest, @Param('id') id: string): Promise<StreamableFile> {
    const caller = await this.callers.of(request)
    checkRight(caller, 'papers.read', this.calendar.today())
    const paper = await this.papers.paper(caller, id)
    if (!paper) throw new Rejected('NOT_FOUND', { field: 'paperId', value: id })
    checkThere(paper)
    const name = (await this.pieces.namesOf([paper.upload])).get(paper.upload)
    if (!name) throw new Error(`paper ${id} has no first piece`)
    await this.audit.append(caller, { action: 'readPaper', kind: 'papers', record: id })
    return new StreamableFile(Readable.from(this.pieces.read(paper), { objectMode: false }), {
      type: mediaTypes[paper.kind],
      disposition: dispositionOf(name, paper.kind),
      length: paper.size,
    })
  }
}
