import { randomUUID } from 'node:crypto'
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql'
import type { Chance } from '../../demo/chance'

/** Texts that have broken others: of databases, of objects, of patterns, of encodings, of spreadsheets, of shells, of pages. */
const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eabc\u202c',
  '\u200b\u200d\ufeff',
  '{"$gt":""}',
  '{"$where":"sleep(5000)"}',
  '$where',
  '__proto__',
  'constructor',
  'toString',
  '(a+)+$',
  `${'a'.repeat(40)}!`,
  '((((((((((((((((((((',
  '\\',
  '.*',
  '=1+1',
  '@SUM(A1)',
  '\t=1',
  '1e400',
  'NaN',
  '-0',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}',
  '"; drop table persons; --',
  '𠮷野家',
  'é́́́́́́́',
  '字'.repeat(10_000),
  'x'.repeat(100_000),
  '9'.repeat(400),
]

const NUMBERS = [0, 1, -1, 2, 50, 200, 201, 2_147_483_647, -2_147_483_648]
const DAYS = ['2026-06-30', '2018-01-01', '2030-12-31', '9999-12-31', '0000-00-00', '2026-02-30', '2026-6-1']
const INSTANTS = ['2025-05-01T08:00:00+08:00', '2025-05-01T00:00:00Z', '2025-13-01T00:00:00Z', '2025-05-01', '+275760-09-13T00:00:00Z']
const WORDS = ['科协', '主席', '张', 'kx', 'PART_TIME_POST', 'ELECTION', 'TOWN', 'VILLAGE', 'health', 'education', 'DUPLICATE', '重复登记']

/** What a fuzzer knows of the installation: values that stand for something there. */
export interface Known {
  ids: readonly string[]
  areas: readonly string[]
  codes: readonly string[]
}

/** Draws values of input types: mostly such as a client could send, some that no client should. */
export class Values {
  constructor(
    private readonly chance: Chance,
    private readonly known: Known,
  ) {}

  /** A value; undefined: left out. */
  of(type: GraphQLInputType, depth = 0): unknown {
    const { chance } = this
    if (isNonNullType(type)) return this.present(type.ofType as GraphQLInputType, depth)
    if (chance.happens(0.4)) return undefined
    return chance.happens(0.05) ? null : this.present(type, depth)
  }

  private present(type: GraphQLInputType, depth: number): unknown {
    const { chance } = this
    if (isListType(type)) {
      const length = chance.happens(0.02) ? 300 : chance.whole(0, 3)
      return Array.from({ length }, () => this.of(type.ofType as GraphQLInputType, depth + 1) ?? null)
    }
    if (isInputObjectType(type)) return depth > 4 ? {} : this.objectOf(type, depth)
    return this.scalarOf(type as GraphQLNamedInputType)
  }

  private objectOf(type: GraphQLInputObjectType, depth: number): Record<string, unknown> {
    const fields = Object.values(type.getFields()).map((field) => [field.name, this.of(field.type, depth + 1)] as const)
    const object = Object.fromEntries(fields.filter(([, value]) => value !== undefined))
    return this.chance.happens(0.01) ? { ...object, [this.text()]: 1 } : object
  }

  private scalarOf(type: GraphQLNamedInputType): unknown {
    const { chance, known } = this
    if (chance.happens(0.03)) return chance.one([this.text(), 7, true, null, [], {}, 1.5])
    if (isEnumType(type)) return chance.happens(0.95) ? chance.one(type.getValues()).name : this.text()
    switch (type.name) {
      case 'Boolean':
        return chance.happens(0.5)
      case 'Int':
      case 'Count':
        return chance.one(NUMBERS)
      case 'Float':
        return chance.one([...NUMBERS, 0.1])
      case 'ID':
        return chance.happens(0.8) ? chance.one(known.ids) : chance.one([randomUUID(), this.text()])
      case 'AreaCode':
        return chance.happens(0.8) ? chance.one(known.areas) : this.text()
      case 'LocalDate':
        return chance.happens(0.9) ? chance.one(DAYS) : this.text()
      case 'Instant':
        return chance.happens(0.9) ? chance.one(INSTANTS) : this.text()
      default:
        return chance.happens(0.5) ? chance.one([...known.codes, ...WORDS]) : this.text()
    }
  }

  private text(): string {
    return this.chance.one(HOSTILE_TEXTS)
  }
}
