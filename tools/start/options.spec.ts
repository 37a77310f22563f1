import { parseOptions } from './options'

test('without options everything starts on port 4000, with the demo city', () => {
  expect(parseOptions([])).toMatchObject({ empty: false, reset: false, port: 4000, engines: undefined })
  expect(parseOptions([]).only).toEqual(['organization', 'membership', 'activity', 'reporting', 'gateway'])
})

test('one service alone, the operator’s way', () => {
  expect(parseOptions(['--only', 'organization,gateway', '--port', '5000', '--engines', 'local', '--empty'])).toMatchObject({
    only: ['organization', 'gateway'],
    port: 5000,
    engines: 'local',
    empty: true,
  })
})

test.each([
  [['--only', 'organisation']],
  [['--port', 'http']],
  [['--port', '0']],
  [['--port', '65532']],
  [['--engines', 'podman']],
  [['--demo']],
  [['extra']],
])('what is no option is named, with those that are: %j', (args) => {
  expect(() => parseOptions(args)).toThrow(args.at(-1))
  expect(() => parseOptions(args)).toThrow('--only organization,gateway')
})
