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
  const refusal = new Rejected('AREA_UNKNOWN', { field: 'areaCode', value: '320299' })
  expect(format(refusal, 'zh')).toEqual({
    message: '区划代码“320299”不在名录中',
    path: ['openTerm'],
    extensions: {
      code: 'AREA_UNKNOWN',
      family: 'BAD_USER_INPUT',
      rule: 'N2.3a',
      hint: '请从名录中选择，或先导入区划。',
      field: 'areaCode',
      value: '320299',
      details: {},
    },
  })
  expect(format(refusal).message).toBe('Area code “320299” is not in the list')
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
    Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' }),
  ])
    expect(refusalOf(error)?.code).toBe('UNAVAILABLE')
  expect(refusalOf(new Error('other'))).toBeUndefined()
})

test('what waited in vain for a database that was not opened yet is a refusal to try again', async () => {
  const units = mongoose.createConnection().model('units', new mongoose.Schema({}, { bufferTimeoutMS: 1 }))
  const error: unknown = await units.findOne().catch((found: unknown) => found)
  expect(refusalOf(error)?.code).toBe('UNAVAILABLE')
})
