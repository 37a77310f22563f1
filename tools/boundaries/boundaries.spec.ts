import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const folder = join(__dirname, 'bad')

/** Folder of bad/ → the rule that its bad file breaks, and its good file keeps. */
const rules: Record<string, string> = {
  'app-imports-app': '@nx/enforce-module-boundaries',
  'app-imports-engines': '@nx/enforce-module-boundaries',
  'app-imports-testing': '@nx/enforce-module-boundaries',
  'portal-imports-backend': '@nx/enforce-module-boundaries',
  'messaging-imports-kit': '@nx/enforce-module-boundaries',
  'kit-imports-testing': '@nx/enforce-module-boundaries',
  'packs-import-contracts': '@nx/enforce-module-boundaries',
  'contracts-import-kit': '@nx/enforce-module-boundaries',
  'kafkajs-outside-messaging': 'no-restricted-imports',
  'domain-imports-framework': 'house/domain-imports',
  'domain-reads-clock': 'house/domain-clock',
  console: 'no-console',
  environment: 'house/environment',
  'export-all': 'house/named-exports',
  'default-export': 'house/named-exports',
  'model-of-open-type': 'house/concrete-models',
  'name-without-meaning': 'house/names',
  any: '@typescript-eslint/no-explicit-any',
  'silenced-rule': 'no-console',
  'silenced-compiler': '@typescript-eslint/ban-ts-comment',
  'type-imported-as-value': '@typescript-eslint/consistent-type-imports',
}

interface Linted {
  rules: string[]
  soft: string[]
}

function run(command: string[], input = ''): string {
  const [program = '', ...args] = command
  return spawnSync(program, args, { cwd: root, input, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } }).stdout
}

/** Each text is linted as the file that its first line names: `// as apps/…`. */
function lint(texts: string[]): Linted[] {
  const cases = texts.map((text) => ({ text, as: text.slice('// as '.length, text.indexOf('\n')) }))
  return JSON.parse(run(['node', 'tools/boundaries/lint-as.mjs'], JSON.stringify(cases))) as Linted[]
}

const textOf = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8')
const long = (lines: number) => `// as libs/packs/src/long.ts\n${'export {}\n'.repeat(lines - 1)}`

const names = Object.keys(rules)
let bad: Linted[]
let good: Linted[]
let size: Linted[]

beforeAll(() => {
  const found = lint([
    ...names.map((name) => textOf(name, 'bad.ts')),
    ...names.map((name) => textOf(name, 'good.ts')),
    long(301),
    long(300),
  ])
  bad = found.slice(0, names.length)
  good = found.slice(names.length, 2 * names.length)
  size = found.slice(-2)
}, 60_000)

test.each(names.map((name, index) => [name, rules[name] ?? '', index] as const))(
  '%s breaks %s; its good file does not',
  (_, rule, index) => {
    expect(bad[index]?.rules).toContain(rule)
    expect(good[index]?.rules).toEqual([])
  },
)

test('each import is named: framework, store, packs as values; the parts of the Kafka client too', () => {
  const found = (name: string) => bad[names.indexOf(name)]?.rules.filter((rule) => rule === rules[name])
  expect(found('domain-imports-framework')).toHaveLength(4)
  expect(found('kafkajs-outside-messaging')).toHaveLength(2)
})

test('a file has at most 300 lines', () => {
  expect(size.map((it) => it.rules)).toEqual([['max-lines'], []])
})

test('no rule is a mere warning or switched off', () => {
  expect([...bad, ...good].flatMap((it) => it.soft)).toEqual([])
})

test('each folder of bad files has its test', () => {
  expect(
    readdirSync(folder)
      .filter((name) => !name.endsWith('cycle'))
      .sort(),
  ).toEqual([...names].sort())
})

test('files that import each other in a circle are found, by types too; others are not', () => {
  const cyclesIn = (name: string) => {
    const report = run([
      'node_modules/.bin/depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      `tools/boundaries/bad/${name}`,
    ])
    const { summary } = JSON.parse(report) as { summary: { violations: { rule: { name: string } }[] } }
    return summary.violations.map((violation) => violation.rule.name)
  }
  expect(cyclesIn('cycle')).toEqual(['no-cycle'])
  expect(cyclesIn('no-cycle')).toEqual([])
})
