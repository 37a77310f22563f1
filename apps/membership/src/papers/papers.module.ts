import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { Clearing } from '../paper-files/clearing'
import { PaperDownload } from '../paper-files/paper-files.download'
import { PaperUpload } from '../paper-files/paper-files.upload'
import { PiecesStore } from '../paper-files/pieces.store'
import { PersonsModule } from '../persons/persons.module'
import { KnownRecordsStore } from './known-records.store'
import { NamedPersons } from './named-persons'
import { FoundingPapersApi, PaperApi, PapersApi, UnitPapersApi } from './papers.api'
import { PapersEvents } from './papers.events'
import { PapersStore } from './papers.store'
import { Withdrawals } from './withdrawals'

@Module({
  imports: [PersonsModule, AccountsModule],
  controllers: [PapersEvents, PaperUpload, PaperDownload],
  providers: [
    PapersStore,
    PiecesStore,
    KnownRecordsStore,
    NamedPersons,
    Withdrawals,
    Clearing,
    PapersApi,
    PaperApi,
    FoundingPapersApi,
    UnitPapersApi,
  ],
  exports: [PapersStore, Withdrawals],
})
export class PapersModule {}
