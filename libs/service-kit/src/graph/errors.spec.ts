import { GraphQLError } from 'graphql'
import mongoose from 'mongoose'
import pino from 'pino'
import { Rejected } from '../rules'
import { formatError, refusalOf } from './errors'

const lines: string[] = []
const logger = pino({}, { write: (line: string) => void lines.push(line) })
const format = (originalError: Error, language: 'zh' | 'en' = 'en') =>
  formatError(new GraphQLError('wrapped', { originalError, path: ['openTerm'] }), language, 'trace-1', logger)

beforeEach(() => lines.splice(0))

test('a refusal is said in the reader’s language, with its field, value, rule and way out', () => {
  const refusal = new Rejected('FIRST_OUT_OF_RANGE', { field: 'first', value: 201 })
  expect(format(refusal, 'zh')).toEqual({
    message: '每页条数“201”超出范围(1 至 200)',
    path: ['openTerm'],
    extensions: {
      code: 'FIRST_OUT_OF_RANGE',
      family: 'BAD_USER_INPUT',
      rule: 'graph: lists',
      hint: '请用 1 至 200 之间的整数。',
      field: 'first',
      value: 201,
      details: {},
    },
  })
  expect(format(refusal).message).toBe('Page size “201” is out of range (1 to 200)')
  expect(lines).toEqual([])
})

test('a refusal is found under whatever graphql-js wraps around it', () => {
  const inner = new GraphQLError('value', { originalError: new Rejected('VALUE_INVALID', { value: 'x', type: 'LocalDate' }) })
  expect(format(inner).extensions?.['code']).toBe('VALUE_INVALID')
})

test('a request that does not fit the graph is a refusal, not a fault', () => {
  const error = formatError(new GraphQLError('Variable "$input" is missing'), 'en', 'trace-1', logger)
  expect(error.extensions).toMatchObject({ code: 'GRAPH_REQUEST_INVALID', family: 'BAD_USER_INPUT' })
})

test('a fault says its trace id and nothing more; the log says the rest', () => {
  const answer = format(new TypeError('secret of the house'))
  expect(answer).toEqual({
    message: 'Internal fault; it was logged',
    path: ['openTerm'],
    extensions: { code: 'INTERNAL', family: 'INTERNAL', traceId: 'trace-1' },
  })
  expect(lines.join()).toContain('secret of the house')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ traceId: 'trace-1', path: 'openTerm' })
})

test('a database that does not answer is a refusal to try again', () => {
  const { MongoNetworkError, MongoNotConnectedError } = mongoose.mongo
  for (const error of [
    new MongoNetworkError('away'),
    new MongoNotConnectedError('away'),
    new mongoose.Error.MongooseServerSelectionError('away'),
  ])
    expect(refusalOf(error)?.code).toBe('UNAVAILABLE')
  expect(refusalOf(new Error('other'))).toBeUndefined()
})
