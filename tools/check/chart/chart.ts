import { apps } from '@sizhang/engines'
import type { Finding } from '../step'
import { rendering } from './rendered'
import { structureFaults } from './structure'
import { valuesFaults } from './values'

/** The Helm chart gives each app what it needs; where helm and kubeconform are at hand, what it makes is valid, too. */
export async function chart(): Promise<Finding> {
  const { said, faults } = await rendering()
  return {
    verdict: `${apps.length} apps as in the code; ${said}`,
    faults: [...structureFaults(), ...valuesFaults(), ...faults],
    mend: 'What an app is stands in infra/helm/sizhang/files/apps.yaml, what may be chosen in values.yaml and values.schema.json.',
  }
}
