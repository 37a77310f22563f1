const { existsSync, readdirSync } = require('node:fs')
const { join } = require('node:path')
const { paths } = require('./tsconfig.base.json').compilerOptions

const kinds = ['spec', 'int-spec', 'access-spec', 'browser-spec']

/** Packages published as ES modules only: Jest runs CommonJS, so swc rewrites them. */
const esModules = [
  '@formatjs',
  '@nestjs',
  '@apollo',
  '@as-integrations',
  '@graphql-inspector',
  '@graphql-tools',
  '@theguild/federation-composition',
  '@tokenizer',
  '@borewit',
  'auto-bind',
  'csv-parse',
  'file-type',
  'graphql-ws',
  'intl-messageformat',
  'jose',
  'oauth4webapi',
  'openid-client',
  'react-intl',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
  'write-excel-file',
]

/** The MongoDB driver is CommonJS, but asks for Node's `os` by a dynamic import. */
const dynamicImports = ['mongodb/lib/runtime_adapters\\.js']

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
]

const aliases = Object.fromEntries(Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, join(__dirname, file)]))

const isSpec = (file) => kinds.some((kind) => new RegExp(`\\.${kind}\\.tsx?$`).test(file))
const hasSpecs = (folder) => readdirSync(join(__dirname, folder), { recursive: true }).some(isSpec)
const foldersOf = (parent) =>
  existsSync(join(__dirname, parent))
    ? readdirSync(join(__dirname, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${parent}/${entry.name}`)
    : []

/** One project a folder; `jest --selectProjects organization` runs that folder alone. */
const project = (folder) => ({
  displayName: folder.replace(/^(apps|libs)\//, '').replaceAll('/', '-'),
  rootDir: join(__dirname, folder),
  testEnvironment: 'node',
  testMatch: kinds.flatMap((kind) => [`**/*.${kind}.ts`, `**/*.${kind}.tsx`]),
  moduleNameMapper: aliases,
  transform: {
    '\\.graphql$': join(__dirname, 'infra/jest/text-transform.cjs'),
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true, decorators: true }),
    '\\.(ts|js|mjs)$': swc({ syntax: 'typescript', decorators: true }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/|${dynamicImports.join('|')})`],
  setupFilesAfterEnv: [join(__dirname, 'infra/jest/timeout.cjs')],
})

const folders = [...foldersOf('libs'), ...foldersOf('apps'), 'infra', ...foldersOf('tools')]

module.exports = {
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/infra/jest/stuck.cjs'],
  projects: folders.filter(hasSpecs).map(project),
}
