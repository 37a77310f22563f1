import type { EventDefinition } from '../define-event'
import { PARTITIONS } from '../events'
import type { JsonSchema } from './json-schema'
import { dataSchema } from './json-schema'

/** What each attribute of the envelope says, in both languages. */
const attributes = [
  ['specversion', '固定为 1.0', 'always `1.0`'],
  ['id', '本条事实的编号（UUIDv7）', 'id of this fact (UUIDv7)'],
  ['type', '事实类型及版本', 'type of the fact, with its version'],
  ['source', '发布该事实的服务', 'the service that published it'],
  ['subject', '聚合编号，与 Kafka 键相同', "the aggregate's id, as the Kafka key"],
  ['time', '记录时刻（RFC 3339）', 'when it was recorded (RFC 3339)'],
  ['datacontenttype', '固定为 application/json', 'always `application/json`'],
  ['sequence', '聚合内连续序号，从 1 起，无空缺', 'running number within the aggregate, gap-free from 1'],
  ['partitionkey', '分区键，与 subject 相同', 'as `subject`'],
  ['correlationid', '同一次请求引出的事实共用', 'shared by all that one request led to'],
  ['causationid', '引起本事实的命令或事实（可无）', 'the command or fact that caused it (optional)'],
  ['traceparent', '链路追踪（可无）', 'W3C trace context (optional)'],
  ['actor', '操作账号的编号', 'id of the account that acted'],
  ['unit', '所属组织的编号（可无）', 'id of the unit it belongs to (optional)'],
  ['data', '事实内容，见下', 'the fact itself, below'],
] as const

/** The table of events for the docs, in Chinese and English, as Markdown. */
export function eventTable(events: readonly EventDefinition[]): string {
  const topics = [...new Set(events.map((event) => event.topic))]
  return [
    '<!-- Written by `node tools/run.mjs generate` from libs/contracts: change the contract, not this file. -->',
    '# 事实一览 · The facts',
    `每个主题 ${PARTITIONS} 个分区，永久保留，按聚合编号分区；同一聚合的事实有严格先后。不含姓名、电话等个人信息，也不含自由文本。`,
    `Each topic has ${PARTITIONS} partitions, keeps facts for ever and is keyed by the aggregate's id; the facts of one aggregate are strictly ordered. ` +
      'No personal data, no free text. The machine-readable form is `libs/contracts/asyncapi.yaml`; a sample of each version stands in `libs/contracts/samples/`.',
    table(['主题 Topic', '类型 Type', '事实', 'Fact', '键 Key'], events.map(overview)),
    '## 信封 · Envelope',
    'CloudEvents 1.0，结构化模式：整条记录即 JSON，属性均为字符串。 CloudEvents 1.0, structured mode: the record is JSON, all attributes are strings.',
    table(
      ['属性 Attribute', '含义', 'Meaning'],
      attributes.map(([name, zh, en]) => [`\`${name}\``, zh, en]),
    ),
    ...topics.flatMap((topic) => [`## ${topic}`, ...events.filter((event) => event.topic === topic).flatMap(details)]),
    '',
  ].join('\n\n')
}

function overview(event: EventDefinition): string[] {
  return [`\`${event.topic}\``, `[\`${event.type}\`](#${anchor(event.type)})`, event.summary.zh, event.summary.en, `\`${event.key}\``]
}

/** As GitHub and most renderers make it from a heading. */
function anchor(type: string): string {
  return type.replaceAll('.', '')
}

function details(event: EventDefinition): string[] {
  return [
    `### ${event.type}`,
    `${event.summary.zh} · ${event.summary.en}`,
    table(['字段 Field', '类型 Type', '说明 Meaning'], rows(dataSchema(event), '')),
  ]
}

function rows(schema: JsonSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?'
    const inner = objectIn(field)
    return [
      [`\`${prefix}${name}${optional}\``, kind(field), field.description ?? inner.description ?? described(field)],
      ...rows(inner.schema, `${prefix}${name}${inner.many ? '[]' : ''}.`),
    ]
  })
}

/** The object that a field holds, directly, in a list or or null. */
function objectIn(field: JsonSchema): { schema: JsonSchema; many: boolean; description?: string | undefined } {
  if (field.items) return { ...objectIn(field.items), many: true }
  if (field.anyOf) return objectIn(field.anyOf[0] ?? {})
  return { schema: field, many: false, description: field.description }
}

function described(field: JsonSchema): string {
  return field.anyOf?.find((variant) => variant.description)?.description ?? ''
}

function kind(field: JsonSchema): string {
  if (field.anyOf) return field.anyOf.map(kind).join(' or ')
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(' ')
  if (field.items) return `list of ${kind(field.items)}`
  return field.format ?? field.type ?? ''
}

function table(head: string[], body: string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}
