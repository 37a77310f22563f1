import { transformFile } from '@swc/core'
import type { Plugin } from 'esbuild'

/** Nest injects by the types of constructor parameters. esbuild does not write them down, so swc reads each source first. */
export const decoratorMetadata: Plugin = {
  name: 'decorator-metadata',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transformFile(path, {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      })
      return { contents: code, loader: 'js' }
    })
  },
}
