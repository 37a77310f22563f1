import { Module } from '@nestjs/common'
import { ActivitiesApi } from './activities.api'
import { ActivitiesEvents } from './activities.events'
import { ActivitiesLedApi, ActivitiesOfUnitApi } from './activities-of.api'
import { ActivitiesStore } from './activities.store'
import { KnownStore } from './known.store'

@Module({ controllers: [ActivitiesEvents], providers: [ActivitiesStore, KnownStore, ActivitiesApi, ActivitiesOfUnitApi, ActivitiesLedApi] })
export class ActivitiesModule {}
