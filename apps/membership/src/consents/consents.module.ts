import { Module } from '@nestjs/common'
import { PersonsModule } from '../persons/persons.module'
import { ConsentsApi } from './consents.api'

@Module({ imports: [PersonsModule], providers: [ConsentsApi] })
export class ConsentsModule {}
