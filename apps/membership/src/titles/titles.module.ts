import { Module } from '@nestjs/common'
import { HeadsApi, TitlesApi } from './titles.api'

@Module({ providers: [TitlesApi, HeadsApi] })
export class TitlesModule {}
