import { Module } from '@nestjs/common'
import { PersonsModule } from '../persons/persons.module'
import { MinorsApi } from './minors.api'

@Module({ imports: [PersonsModule], providers: [MinorsApi] })
export class MinorsModule {}
