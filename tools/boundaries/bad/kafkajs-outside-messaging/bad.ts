// as apps/reporting/src/coverage/coverage.events.ts
import { Kafka } from 'kafkajs'
import type { Consumer } from 'kafkajs/types'

export const consumer: Consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'reporting' })
