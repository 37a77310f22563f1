import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { CarryingOut } from './carrying-out.store'
import { Leftovers } from './leftovers'

@Module({ imports: [UnitsModule], providers: [CarryingOut, Leftovers], exports: [CarryingOut] })
export class CarryingOutModule {}
