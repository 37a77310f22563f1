import { triedByPromtool } from '../../alerts/promtool'
import { alertsOf, readRules } from '../../alerts/rules'
import type { Finding } from '../step'

/** The rules of Prometheus are sound, and fire and stay away as their tests say. */
export async function alerts(): Promise<Finding> {
  const faults = await triedByPromtool()
  const count = `${alertsOf(readRules()).length} rules`
  return {
    verdict: faults ? `${count}, tried by promtool` : `${count} NOT TRIED: there is no promtool here (Debian: apt-get install prometheus)`,
    faults: faults ?? [],
    mend: 'Mend infra/prometheus/rules.yml, or what rules.test.yml expects of it.',
  }
}
