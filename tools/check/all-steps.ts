import { chart } from './chart/chart'
import { alerts } from './steps/alerts'
import { contracts } from './steps/contracts'
import { generated } from './steps/generated'
import { graph } from './steps/graph'
import { portalTexts } from './steps/portal-texts'
import { programs } from './steps/programs'
import { refusals } from './steps/refusals'
import { sizes } from './steps/sizes'
import { toolsLoad } from './steps/tools-load'
import type { Step } from './step'

/** All steps, the long ones first; none needs a network or an engine. */
export function steps(): Step[] {
  return [
    ...programs(),
    { name: 'tools load', run: toolsLoad },
    { name: 'contracts', run: contracts },
    { name: 'graph', run: graph },
    { name: 'helm chart', run: chart },
    { name: 'alerts', run: alerts },
    { name: 'generated files', run: generated },
    { name: 'texts of the portal', run: portalTexts },
    { name: 'refusals', run: refusals },
    { name: 'sizes', run: sizes },
  ]
}
