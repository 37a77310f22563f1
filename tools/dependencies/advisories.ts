import { spawnSync } from 'node:child_process'

/** A package about which the registry warns. */
export interface Advisory {
  name: string
  severity: string
  /** Versions concerned. */
  range: string
  /** What is said of it; of a package that only stands on another one, that one's name. */
  about: string[]
  shipped: boolean
}

interface Report {
  vulnerabilities?: Record<string, { severity: string; range: string; via: (string | { title: string; url: string })[] }>
}

const ANSWERS_WITHIN_MS = 60_000
const GRAVE = ['critical', 'high']
const BY_GRAVITY = [...GRAVE, 'moderate', 'low', 'info']

/** What the registry says of the packages of the lock; null: it did not answer, as where there is no network. */
export function askAdvisories(root: string): Advisory[] | null {
  const [all, shipped] = [[], ['--omit=dev']].map((more) => {
    const { stdout } = spawnSync('npm', ['audit', '--json', ...more], { cwd: root, encoding: 'utf8', timeout: ANSWERS_WITHIN_MS })
    return reportIn(stdout)
  })
  return all && shipped ? advisoriesIn(all, new Set(Object.keys(shipped.vulnerabilities ?? {}))) : null
}

/** The report in what `npm audit --json` prints; null where it prints an error instead, or nothing. */
export function reportIn(text: string | null): Report | null {
  try {
    const report = JSON.parse(text ?? '') as Report
    return report.vulnerabilities ? report : null
  } catch {
    return null
  }
}

/** The advisories of a report, the gravest first. */
export function advisoriesIn({ vulnerabilities = {} }: Report, shipped: ReadonlySet<string>): Advisory[] {
  return Object.entries(vulnerabilities)
    .map(([name, { severity, range, via }]) => ({
      name,
      severity,
      range,
      about: via.map((cause) => (typeof cause === 'string' ? cause : `${cause.title} ${cause.url}`)),
      shipped: shipped.has(name),
    }))
    .sort((one, other) => BY_GRAVITY.indexOf(one.severity) - BY_GRAVITY.indexOf(other.severity))
}

/** Whether whoever runs the services has to act on it. */
export function isGrave({ severity, shipped }: Advisory): boolean {
  return shipped && GRAVE.includes(severity)
}
