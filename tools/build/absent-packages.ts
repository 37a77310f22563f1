import type { Plugin } from 'esbuild'

const fromPackage = /[\\/]node_modules[\\/]/
const asked = Symbol('asked')

/**
 * Leaves outside what a package would use if it were installed (Nest's other transports, MongoDB's other sign-ins), so that it
 * meets the same error as without a bundle. What our own code imports must be there.
 */
export const absentPackages: Plugin = {
  name: 'absent-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === asked || !fromPackage.test(importer)) return undefined
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: asked })
      return found.errors.length > 0 ? { path, external: true } : found
    })
  },
}
