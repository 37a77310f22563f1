import { Module } from '@nestjs/common'
import { HoldingsStore } from './holdings.store'
import { HomeJobsStore } from './home-jobs.store'
import { PostsEvents } from './posts.events'

@Module({ controllers: [PostsEvents], providers: [HoldingsStore, HomeJobsStore], exports: [HoldingsStore, HomeJobsStore] })
export class PostsModule {}
