import { benchSection } from './bench'
import { alertsPage } from './alerts'
import { contractDocuments } from './contracts'
import { dashboard } from './dashboard/grafana'
import type { Generated } from './files'
import { portalOperations } from './graph/portal-operations'

import { serviceTypes } from './graph/service-types'
import { supergraphFile } from './graph/supergraph'
import { personalDataPage } from './personal-data'
import { refusalPage } from './refusals'
import { rightsPage } from './rights'
import { trialsPage } from './trials'

/** One kind of generated file. */
export interface Generator {
  name: string
  /** The files as they should be now. Throws where their sources are wrong. */
  run: () => Promise<Generated[]>
}

/** All that is generated, in the order in which it is written. */
export const generators: readonly Generator[] = [
  { name: 'documents of the contracts', run: contractDocuments },
  { name: 'page of refusals', run: refusalPage },
  { name: 'page of trials', run: trialsPage },
  { name: 'figures of the bench', run: benchSection },
  { name: 'page of alerts', run: alertsPage },
  { name: 'dashboard', run: dashboard },
  { name: 'types of the services’ parts of the graph', run: serviceTypes },
  { name: 'composed graph', run: supergraphFile },
  { name: 'page of rights', run: rightsPage },
  { name: 'page of personal data', run: personalDataPage },
  { name: 'operations of the portal', run: portalOperations },
]
