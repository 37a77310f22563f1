import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, Problem } from '@sizhang/engines'
import { buildApp } from '../../build/build-app'

/** A change of the product's text that exists in the trials' own bundles only: a guard left out, or a point at which the process dies. */
export interface Patch {
  /** From the repository's root. */
  file: string
  /** A piece of the file that stands there exactly once. */
  find: string
  put: string
}

const built = new Map<string, Promise<string>>()

/**
 * Builds these apps with patches into a folder of their own; gives the folder, from the root. A patch that no longer fits the
 * product's text fails the build with its name, so that no control can pass because its fault is not there any more.
 */
export function bundlesWith(name: string, patches: readonly Patch[], apps: readonly App[], root: string): Promise<string> {
  const folder = `dist/trials/${name}`
  const build = async () => {
    const left = new Set(patches)
    for (const app of apps) await buildApp(app, { root, folder, read: (path) => readPatched(path, patches, root, left) })
    const [unused] = left
    if (unused) throw new Problem(`补丁没有用到：${unused.file}`, `the patch of ${unused.file} was not used by ${apps.join()}`)
    return folder
  }
  const known = built.get(name) ?? build()
  built.set(name, known)
  return known
}

async function readPatched(path: string, patches: readonly Patch[], root: string, left: Set<Patch>): Promise<string> {
  let text = await readFile(path, 'utf8')
  for (const patch of patches) {
    if (path !== join(root, patch.file)) continue
    const pieces = text.split(patch.find)
    if (pieces.length !== 2)
      throw new Problem(
        `补丁与源码不符：${patch.file}`,
        `the patch of ${patch.file} fits ${pieces.length - 1} places instead of one:\n${patch.find}`,
      )
    text = pieces.join(patch.put)
    left.delete(patch)
  }
  return text
}

/** A piece of code that ends the process at once when it was armed by SIGUSR2. */
export const dieIfArmed = `if (Reflect.get(globalThis, 'armed')) process.kill(process.pid, 'SIGKILL');`

/** Lets a service be armed: the next time it passes a point marked with {@link dieIfArmed}, it is dead. */
export const arming: Patch = {
  file: 'libs/service-kit/src/operation/service.ts',
  find: `    process.once('SIGTERM', end)`,
  put: `    process.on('SIGUSR2', () => Reflect.set(globalThis, 'armed', true))\n    process.once('SIGTERM', end)`,
}
