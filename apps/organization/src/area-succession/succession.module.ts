import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { SuccessionApi } from './succession.api'

@Module({ imports: [AreasModule], providers: [SuccessionApi] })
export class SuccessionModule {}
