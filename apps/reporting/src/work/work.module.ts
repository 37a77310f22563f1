import { Module } from '@nestjs/common'
import { FiguresModule } from '../figures/figures.module'
import { NetworkModule } from '../network/network.module'
import { WorkApi } from './work.api'
import { WorkEvents } from './work.events'
import { WorkStore } from './work.store'

@Module({ imports: [NetworkModule, FiguresModule], controllers: [WorkEvents], providers: [WorkStore, WorkApi] })
export class WorkModule {}
