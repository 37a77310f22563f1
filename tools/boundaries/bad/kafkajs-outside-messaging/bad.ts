// as apps/reporting/src/coverage/coverage.events.ts
import { Kafka } from 'kafkajs'

export const kafka = new Kafka({ brokers: [] })
