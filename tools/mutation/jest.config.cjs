const { join } = require('node:path')
const { projects } = require('../../jest.config.cjs')

const root = join(__dirname, '../..')
const folder = join(root, process.env.MUTATED_FOLDER ?? 'libs/service-kit/src/rules')
const [{ moduleNameMapper, transform, transformIgnorePatterns }] = projects

/** The pure specs of one folder, as Jest runs them in the repository; Stryker runs them against each mutant. */
module.exports = {
  rootDir: root,
  roots: [folder],
  testEnvironment: 'node',
  testMatch: [join(folder, '*.spec.ts')],
  moduleNameMapper,
  transform,
  transformIgnorePatterns,
}
