import { Module } from '@nestjs/common'
import { AreasStore } from './areas.store'
import { NetworkEvents } from './network.events'
import { TermsStore } from './terms.store'
import { UnitsStore } from './units.store'

const stores = [AreasStore, UnitsStore, TermsStore]

@Module({ controllers: [NetworkEvents], providers: stores, exports: stores })
export class NetworkModule {}
