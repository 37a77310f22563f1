import { Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { MicroserviceOptions } from '@nestjs/microservices'
import type { mongo } from 'mongoose'
import { Registry } from 'prom-client'
import { KafkaStrategy, type KafkaSettings, type Readers } from '../index'
import { quiet } from './kafka-log'

@Module({})
class ConsumingModule {}

/** An instance of a service that only consumes. */
export interface Instance {
  strategy: KafkaStrategy
  registry: Registry
  stop(): Promise<void>
}

/** Starts an instance of a service with these controllers. */
export async function startInstance(
  kafka: KafkaSettings,
  db: () => mongo.Db,
  controllers: Type[],
  its: { group?: string; readers?: Readers } = {},
): Promise<Instance> {
  const registry = new Registry()
  const strategy = new KafkaStrategy({ kafka, group: 'reporting', db, logger: quiet, registry, ...its })
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(
    { module: ConsumingModule, controllers },
    { strategy, logger: false },
  )
  await app.listen()
  return { strategy, registry, stop: () => app.close() }
}
