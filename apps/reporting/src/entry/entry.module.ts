import { Module } from '@nestjs/common'
import { FiguresModule } from '../figures/figures.module'
import { NetworkModule } from '../network/network.module'
import { PostsModule } from '../posts/posts.module'
import { EntryApi } from './entry.api'
import { EntryStore } from './entry.store'

@Module({ imports: [NetworkModule, PostsModule, FiguresModule], providers: [EntryStore, EntryApi] })
export class EntryModule {}
