import { GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { isLocalDate, Rejected } from '../rules'

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/
const TO_THE_MINUTE = /^(.{16})(?!:)/

function scalar(
  name: string,
  accepts: (value: unknown) => boolean,
  literalKind: Kind.STRING | Kind.INT,
  written = (value: unknown): unknown => value,
): GraphQLScalarType {
  const parse = (value: unknown): unknown => {
    if (!accepts(value)) throw new Rejected('VALUE_INVALID', { value, type: name })
    return written(value)
  }
  return new GraphQLScalarType({
    name,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => {
      if (node.kind !== literalKind) throw new Rejected('VALUE_INVALID', { value: 'value' in node ? node.value : node.kind, type: name })
      return parse(literalKind === Kind.INT ? Number(node.value) : node.value)
    },
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
  })
}

/** The scalars of the graph, checked where they come in. */
export const scalars = {
  LocalDate: scalar('LocalDate', (value) => typeof value === 'string' && isLocalDate(value), Kind.STRING),
  Instant: scalar(
    'Instant',
    (value) => typeof value === 'string' && INSTANT.test(value) && isLocalDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)),
    Kind.STRING,
    // Facts are written as RFC 3339 has it: with seconds.
    (value) => String(value).replace(TO_THE_MINUTE, '$1:00'),
  ),
  AreaCode: scalar('AreaCode', (value) => typeof value === 'string' && /^\d{2,12}$/.test(value), Kind.STRING),
  Count: scalar('Count', (value) => Number.isSafeInteger(value) && Number(value) >= 0, Kind.INT),
  Cursor: scalar('Cursor', (value) => typeof value === 'string' && value.length <= 2_000, Kind.STRING),
}
