import { Module } from '@nestjs/common'
import { FiguresModule } from '../figures/figures.module'
import { NetworkModule } from '../network/network.module'
import { EmployersStore } from './employers.store'
import { SectorsApi } from './sectors.api'
import { SectorsEvents } from './sectors.events'

@Module({ imports: [NetworkModule, FiguresModule], controllers: [SectorsEvents], providers: [EmployersStore, SectorsApi] })
export class SectorsModule {}
