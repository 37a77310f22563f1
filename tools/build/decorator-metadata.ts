import { readFile } from 'node:fs/promises'
import { transform } from '@swc/core'
import type { Plugin } from 'esbuild'

/** Gives the text of a source file. */
export type ReadSource = (path: string) => Promise<string>

/** Nest injects by the types of constructor parameters. esbuild does not write them down, so swc reads each source first. */
export const decoratorMetadata = (read: ReadSource = (path) => readFile(path, 'utf8')): Plugin => ({
  name: 'decorator-metadata',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await read(path), {
        filename: path,
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
})
