import { Module } from '@nestjs/common'
import { FiguresModule } from '../figures/figures.module'
import { NetworkModule } from '../network/network.module'
import { ConditionsStore } from './conditions.store'
import { LacksApi } from './lacks.api'
import { LacksEvents } from './lacks.events'
import { LacksStore } from './lacks.store'

@Module({ imports: [NetworkModule, FiguresModule], controllers: [LacksEvents], providers: [ConditionsStore, LacksStore, LacksApi] })
export class LacksModule {}
