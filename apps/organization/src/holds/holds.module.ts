import { Module } from '@nestjs/common'
import { Holds } from './holds.store'

@Module({ providers: [Holds], exports: [Holds] })
export class HoldsModule {}
