import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The last release of a package. */
export interface Release {
  name: string
  version: string
  at: Date
}

/** What the registry said of packages: their last releases, and those of which it said nothing. */
export interface Releases {
  last: Release[]
  untold: string[]
}

const ANSWERS_WITHIN_MS = 30_000
/** A question is a process of npm and one request. */
const AT_ONCE = 4
const LONG_YEARS = 2

/**
 * When packages were last released, as the registry says: the lock keeps no dates. Null: it did not answer for the first few, as where there is
 * no network; then the others are not asked for.
 * @param registry default: the one that npm is set to
 */
export async function askReleases(root: string, names: readonly string[], registry?: string): Promise<Releases | null> {
  const answers: Releases = { last: [], untold: [] }
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE)
    const told = await Promise.all(some.map((name) => askOne(root, name, registry)))
    if (from === 0 && told.every((release) => release === null)) return null
    told.forEach((release, place) => (release ? answers.last.push(release) : answers.untold.push(some[place] ?? '')))
  }
  return answers
}

async function askOne(root: string, name: string, registry: string | undefined): Promise<Release | null> {
  const asked = ['view', name, 'time', '--json', '--fetch-retries=0', ...(registry ? ['--registry', registry] : [])]
  const told = await promisify(execFile)('npm', asked, { cwd: root, timeout: ANSWERS_WITHIN_MS }).catch(() => null)
  return lastReleaseIn(name, told?.stdout ?? '')
}

/** The last release in what `npm view <name> time --json` prints; null where it prints an error instead, or nothing. */
export function lastReleaseIn(name: string, text: string): Release | null {
  try {
    const { created: _, modified: __, ...versions } = JSON.parse(text) as Record<string, unknown>
    const releases = Object.entries(versions).flatMap(([version, on]) => {
      const at = new Date(typeof on === 'string' ? on : '')
      return Number.isNaN(at.getTime()) ? [] : [{ name, version, at }]
    })
    return releases.sort((one, other) => other.at.getTime() - one.at.getTime())[0] ?? null
  } catch {
    return null
  }
}

/** Packages without a release for two years, the longest silent first: whether somebody still mends them is to be looked at. */
export function silentSince(releases: readonly Release[], now: Date): Release[] {
  const since = new Date(now)
  since.setUTCFullYear(now.getUTCFullYear() - LONG_YEARS)
  return releases.filter(({ at }) => at < since).sort((one, other) => one.at.getTime() - other.at.getTime())
}
