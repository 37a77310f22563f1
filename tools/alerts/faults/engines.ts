import { randomUUID } from 'node:crypto'
import { factOf, put } from '../../trials/rig/strangers'
import { againAndAgain, type Fault } from './fault'

const MANY = 12_000
const AT_ONCE = 2_000

/** What happens to Kafka and MongoDB while clients go on. */
export const enginesFaults: Fault[] = [
  {
    what: 'Kafka 停止，命令照常到来 · Kafka is ended while commands come in',
    alerts: ['FactsUnpublished', 'OutboxDeep', 'ConsumerRestarts'],
    make: async (_rig, bench) => {
      await bench.end('kafka')
      return () => bench.restart('kafka')
    },
  },
  {
    what: 'MongoDB 冻结（SIGSTOP），Kafka 中有 12000 条新事实 · MongoDB is frozen (SIGSTOP), 12,000 facts come to Kafka',
    alerts: ['DatabaseSilent', 'ReadModelsBehind', 'ReadModelsFarBehind', 'RequestsUnavailable'],
    make: async (rig, bench) => {
      bench.signal('mongo', 'SIGSTOP')
      const activityId = randomUUID()
      for (let seq = 0; seq < MANY; seq += AT_ONCE)
        await put(
          rig,
          Array.from({ length: AT_ONCE }, (_, place) => factOf(activityId, {}, { sequence: String(seq + place + 1) })),
        )
      return async () => bench.signal('mongo', 'SIGCONT')
    },
  },
  {
    what: 'MongoDB 一再冻结 3 秒 · MongoDB is frozen for three seconds again and again',
    alerts: ['DatabaseSlow', 'RequestsSlow', 'OperationsSlow'],
    make: async (_rig, bench) =>
      againAndAgain(
        () => bench.signal('mongo', 'SIGSTOP'),
        () => bench.signal('mongo', 'SIGCONT'),
        { held: 3_000, free: 300 },
      ),
  },
]
