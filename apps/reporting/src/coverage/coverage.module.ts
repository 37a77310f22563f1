import { Module } from '@nestjs/common'
import { FiguresModule } from '../figures/figures.module'
import { NetworkModule } from '../network/network.module'
import { PostsModule } from '../posts/posts.module'
import { CoverageApi } from './coverage.api'
import { CoverageStore } from './coverage.store'
import { AreaCoverageApi, UnitFunctioningApi } from './entities.api'

@Module({
  imports: [NetworkModule, PostsModule, FiguresModule],
  providers: [CoverageStore, CoverageApi, AreaCoverageApi, UnitFunctioningApi],
})
export class CoverageModule {}
