import { Module } from '@nestjs/common'
import { Resealing } from './resealing'
import { Turns } from './turns'

@Module({ providers: [Resealing, Turns] })
export class FieldKeyModule {}
