import { Module } from '@nestjs/common'
import { AppointmentsStore } from './appointments.store'
import { KnownSeatsStore } from './known-seats.store'

/** Who holds which seat, for the features that ask it: appointments themselves, persons, who belong where they hold posts, and sessions, as a seat may give a role. */
@Module({ providers: [AppointmentsStore, KnownSeatsStore], exports: [AppointmentsStore, KnownSeatsStore] })
export class SeatHoldingsModule {}
