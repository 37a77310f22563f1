import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PersonsModule } from '../persons/persons.module'
import { ExplanationsApi } from './explanations.api'
import { GrantPreviewApi } from './grant-preview.api'
import { Places } from './places'
import { Seers } from './seers'

/** 为什么可以: who may do what, where, and what it comes from. */
@Module({
  imports: [AccountsModule, PersonsModule, SeatHoldingsModule],
  providers: [Places, Seers, ExplanationsApi, GrantPreviewApi],
})
export class ExplanationsModule {}
