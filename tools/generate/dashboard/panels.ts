/** A panel of the dashboard: a title in both languages, what it draws, in which unit. */
export interface Panel {
  title: string
  /** What it shows and when to look twice. */
  description: string
  unit: 'short' | 's' | 'bytes' | 'reqps' | 'percentunit' | 'ops'
  /** Number with a colour from this value on, instead of a curve. */
  redFrom?: number
  /** Expression and the legend of its curves. */
  queries: [expression: string, legend: string][]
}

/** Panels that belong together, under a line of their own. */
export interface Row {
  title: string
  panels: Panel[]
}

const OF = '{service=~"$service"}'
const quantile = (rank: number, metric: string, by: string, selector = OF) =>
  `histogram_quantile(${rank}, sum by (${by}, le) (rate(${metric}_bucket${selector}[$__rate_interval])))`

const overview: Panel[] = [
  {
    title: '不可达的实例 · Instances away',
    description: '告警 ServiceDown',
    unit: 'short',
    redFrom: 1,
    queries: [['count(up{job=~"(.*-)?(organization|membership|activity|reporting|gateway)"} == 0) or vector(0)', '']],
  },
  {
    title: '最久未发布 · Oldest unpublished fact',
    description: '告警 FactsUnpublished，60 秒',
    unit: 's',
    redFrom: 60,
    queries: [['max(sizhang_outbox_oldest_seconds)', '']],
  },
  {
    title: '读模型滞后 · Read models behind',
    description: '告警 ReadModelsBehind，60 秒',
    unit: 's',
    redFrom: 60,
    queries: [['max(sizhang_consumer_lag_seconds)', '']],
  },
  {
    title: '搁置的聚合 · Parked aggregates',
    description: '告警 AggregatesParked',
    unit: 'short',
    redFrom: 1,
    queries: [['sum(max by (service) (sizhang_parked_aggregates))', '']],
  },
  {
    title: '数据库最久无应答 · Database silent',
    description: '告警 DatabaseSilent，10 秒',
    unit: 's',
    redFrom: 10,
    queries: [['max(sizhang_database_silent_seconds)', '']],
  },
  {
    title: '数据库早于日志 · Databases outdated',
    description: '告警 DatabaseOutdated：数据库早于已发布的事实的服务 · services whose database is older than what they have published',
    unit: 'short',
    redFrom: 1,
    queries: [['sum(max by (service) (sizhang_outbox_database_outdated))', '']],
  },
  {
    title: '换了日志的分区 · Partitions of another log',
    description: '告警 OtherLog：Kafka 的日志不是已应用的那份 · Kafka holds another log than the one that was applied',
    unit: 'short',
    redFrom: 1,
    queries: [['sum(max by (service) (sizhang_consumer_other_logs))', '']],
  },
  {
    title: '一小时内的内部错误 · Faults in an hour',
    description: '告警 RequestFaults',
    unit: 'short',
    redFrom: 1,
    queries: [['sum(increase(sizhang_request_errors_total{family="INTERNAL"}[1h]))', '']],
  },
]

const requests: Panel[] = [
  {
    title: '网关请求 · Requests to the gateway',
    description: '按状态，每秒 · by status, a second',
    unit: 'reqps',
    queries: [['sum by (status) (rate(gateway_request_seconds_count[$__rate_interval]))', '{{status}}']],
  },
  {
    title: '门户操作的用时 · Time of the portal’s operations',
    description: '所有操作的中位数与 p99 · median and p99 of all',
    unit: 's',
    queries: [0.5, 0.99].map((rank) => [
      `histogram_quantile(${rank}, sum by (le) (rate(gateway_operation_seconds_bucket[$__rate_interval])))`,
      `p${rank * 100}`,
    ]),
  },
  {
    title: '最慢的门户操作 · Slowest operations, p99',
    description: '告警 OperationsSlow，3 秒',
    unit: 's',
    queries: [[`topk(10, ${quantile(0.99, 'gateway_operation_seconds', 'operation', '')})`, '{{operation}}']],
  },
  {
    title: '服务请求 · Requests to the services',
    description: '按服务，每秒 · by service, a second',
    unit: 'reqps',
    queries: [[`sum by (service) (rate(sizhang_request_seconds_count${OF}[$__rate_interval]))`, '{{service}}']],
  },
  {
    title: '最慢的服务请求 · Slowest requests, p99',
    description: '按根字段；告警 RequestsSlow，2 秒 · by root field',
    unit: 's',
    queries: [[`topk(10, ${quantile(0.99, 'sizhang_request_seconds', 'service, operation')})`, '{{service}} {{operation}}']],
  },
  {
    title: '拒绝与失败 · Refusals and failures',
    description: 'INTERNAL 是缺陷，UNAVAILABLE 是引擎不可达，其余是规则的拒绝 · the rest are refusals by rules',
    unit: 'ops',
    queries: [
      [`sum by (service, family) (rate(sizhang_request_errors_total${OF}[$__rate_interval])) > 0`, '{{service}} {{family}}'],
      ['sum by (family) (rate(gateway_operation_errors_total[$__rate_interval]))', 'gateway {{family}}'],
    ],
  },
]

const facts: Panel[] = [
  {
    title: '待发布的事实 · Facts to be published',
    description: '告警 OutboxDeep，1000 条',
    unit: 'short',
    queries: [[`max by (service) (sizhang_outbox_depth${OF})`, '{{service}}']],
  },
  {
    title: '最久未发布 · Oldest unpublished fact, by service',
    description: '平时接近 0 · near nought when all is well',
    unit: 's',
    queries: [[`max by (service) (sizhang_outbox_oldest_seconds${OF})`, '{{service}}']],
  },
  {
    title: '待处理的事实 · Facts to be applied',
    description: '告警 ReadModelsFarBehind，10000 条',
    unit: 'short',
    queries: [[`sum by (service) (sizhang_consumer_lag_events${OF})`, '{{service}}']],
  },
  {
    title: '滞后 · Behind, by service',
    description: '最久等待处理的事实 · the oldest fact that waits to be applied',
    unit: 's',
    queries: [[`max by (service) (sizhang_consumer_lag_seconds${OF})`, '{{service}}']],
  },
  {
    title: '处理的记录 · Records read, by fate',
    description: 'applied 已应用，duplicate 重复，parked 搁置，queued 在其后等待',
    unit: 'ops',
    queries: [[`sum by (service, fate) (rate(sizhang_consumer_records_total${OF}[$__rate_interval])) > 0`, '{{service}} {{fate}}']],
  },
  {
    title: '消费组的变动 · Unrest of the groups',
    description: '告警 GroupRestless、ConsumerRestarts · per ten minutes',
    unit: 'short',
    queries: [
      [`sum by (service) (increase(sizhang_consumer_rebalances_total${OF}[10m]))`, '{{service}} 重排 joins'],
      [`sum by (service) (increase(sizhang_consumer_restarts_total${OF}[10m]))`, '{{service}} 重建 restarts'],
      [`sum by (service) (increase(sizhang_consumer_rests_total${OF}[10m]))`, '{{service}} 等待数据库 rests'],
    ],
  },
]

const engines: Panel[] = [
  {
    title: '数据库应答 · Database answers',
    description: '每秒一次 ping 的中位数与 p99；告警 DatabaseSlow · median and p99 of a ping a second',
    unit: 's',
    queries: [0.5, 0.99].map((rank) => [quantile(rank, 'sizhang_database_answer_seconds', 'service'), `{{service}} p${rank * 100}`]),
  },
  {
    title: '数据库无应答 · Database silent, by service',
    description: '平时约 1 秒 · about a second when all is well',
    unit: 's',
    queries: [[`max by (service) (sizhang_database_silent_seconds${OF})`, '{{service}}']],
  },
  {
    title: '事件循环延迟 · Event-loop delay, p99',
    description: '告警 EventLoopHeldUp，0.5 秒',
    unit: 's',
    queries: [[`max by (service) (nodejs_eventloop_lag_p99_seconds${OF})`, '{{service}}']],
  },
  {
    title: '处理器 · CPU',
    description: '1 为一个核 · 1 is a core',
    unit: 'percentunit',
    queries: [[`sum by (service) (rate(process_cpu_seconds_total${OF}[$__rate_interval]))`, '{{service}}']],
  },
  {
    title: '内存 · Memory',
    description: '进程的常驻内存 · resident',
    unit: 'bytes',
    queries: [[`sum by (service) (process_resident_memory_bytes${OF})`, '{{service}}']],
  },
  {
    title: '图谱 · The graph',
    description: '缺少、无应答的服务，合成的拒绝 · services missing and silent, compositions refused',
    unit: 'short',
    queries: [
      ['max(gateway_services_missing)', '缺少 missing'],
      ['max(gateway_services_silent)', '无应答 silent'],
      ['sum(increase(gateway_compositions_total{outcome="refused"}[10m]))', '合成被拒 refused'],
    ],
  },
]

/** The dashboard, from what is wrong to why. */
export const rows: Row[] = [
  { title: '总览 · Overview', panels: overview },
  { title: '请求 · Requests', panels: requests },
  { title: '事实 · Facts', panels: facts },
  { title: '数据库与进程 · Database and processes', panels: engines },
]
