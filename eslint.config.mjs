import js from '@eslint/js'
import { createProjectGraphAsync } from '@nx/devkit'
import nx from '@nx/eslint-plugin'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { house } from './tools/boundaries/house-rules.mjs'
import { moduleBoundaries, moduleBoundariesInTests } from './tools/boundaries/module-constraints.mjs'

// Without a graph the boundaries' rule would skip itself with a mere remark.
await createProjectGraphAsync()

/** The presets without what they switch off: a rule is an error here, or it is not there. */
const presets = [js.configs.recommended, ...tseslint.configs.strict].flatMap(({ rules = {} }) => Object.entries(rules))
const off = new Set(presets.filter(([, level]) => level === 'off').map(([name]) => name))
const errors = Object.fromEntries(presets.filter(([name]) => !off.has(name)))

const specs = ['**/*spec.ts', '**/*spec.tsx']

const config = defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '.nx/',
      '.sizhang/',
      'coverage/',
      'reports/',
      '**/*.generated.ts',
      'tools/boundaries/bad/',
      '**/*.{js,cjs,mjs}',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin, '@nx': nx, house },
    rules: {
      ...errors,
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@nx/enforce-module-boundaries': moduleBoundaries,
      'house/names': 'error',
      'house/concrete-models': 'error',
    },
  },
  {
    name: 'needs types',
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.check.json', './apps/portal/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: specs, rules: { '@nx/enforce-module-boundaries': moduleBoundariesInTests } },
  { files: ['**/*.ts', '**/*.tsx'], ignores: ['**/*.d.ts', '**/*.config.ts'], rules: { 'house/named-exports': 'error' } },
  { files: ['**/*.domain.ts'], rules: { 'house/domain-imports': 'error', 'house/domain-clock': 'error' } },
  { files: ['apps/**', 'libs/**'], rules: { 'no-console': 'error' } },
  {
    files: ['apps/**', 'libs/**'],
    ignores: ['**/config.ts', 'apps/*/src/main.ts', '**/*.config.ts', 'libs/testing/**'],
    rules: { 'house/environment': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['libs/messaging/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['kafkajs', 'kafkajs/*'], message: 'Only libs/messaging knows the Kafka client.' }] },
      ],
    },
  },
)

export default config
