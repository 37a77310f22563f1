import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that is installed. */
export interface Package {
  name: string
  version: string
  /** As the package itself says it, an SPDX expression; undefined: it says none. */
  licence: string | undefined
  /** Whether the services run with it; the others build, test and draw the portal. */
  shipped: boolean
  /** Whether this repository names it, and it does not only stand below another. */
  chosen: boolean
}

interface Locked {
  dev?: boolean
  optional?: boolean
}

/** What the repository itself names. */
interface Choice {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

/** Every package of the lock that is installed here; optional ones of other platforms are not. */
export function installedPackages(root: string): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked & Choice> }
  const { dependencies = {}, devDependencies = {} } = packages[''] ?? {}
  const chosen = new Set(Object.keys({ ...dependencies, ...devDependencies }).map((name) => `node_modules/${name}`))
  return Object.entries(packages).flatMap(([path, { dev = false }]) => {
    const file = join(root, path, 'package.json')
    if (path === '' || !existsSync(file)) return []
    const said = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string; license?: unknown; licenses?: unknown }
    return [
      {
        name: said.name,
        version: said.version,
        licence: licenceOf(said.license ?? said.licenses),
        shipped: !dev,
        chosen: chosen.has(path),
      },
    ]
  })
}

/** The text of today, or one of the forms of long ago: an object, or a list of which any may be chosen. */
export function licenceOf(said: unknown): string | undefined {
  if (typeof said === 'string') return said
  if (Array.isArray(said)) return said.map(licenceOf).join(' OR ') || undefined
  const { type } = (said ?? {}) as { type?: unknown }
  return typeof type === 'string' ? type : undefined
}
