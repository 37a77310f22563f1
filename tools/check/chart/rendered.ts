import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCommand, run } from '@sizhang/engines'
import { CHART, SIZES } from './chart-files'

/** What came of asking helm and kubeconform; `said` also names the tool that is not at hand. */
export interface Rendering {
  said: string
  faults: string[]
}

const VALUES = [...SIZES.map((size) => `${CHART}/values-${size}.yaml`), 'tools/check/chart/every-option.yaml']
const GIVEN = ['--kube-version', '1.36.0', '--set', 'kafka.brokers={kafka:9092}']
const SCHEMAS = 'infra/helm/schemas/{{.ResourceKind}}.json'

/** Lints and renders the chart over each values file, and holds the result against the schemas of Kubernetes and KEDA. Asks no network. */
export async function rendering(): Promise<Rendering> {
  const helm = await findCommand('helm')
  if (!helm) return { said: 'NOT RENDERED: there is no helm here', faults: [] }
  const kubeconform = await findCommand('kubeconform')
  const faults = await Promise.all(VALUES.map((values) => faultsOf(values, helm, kubeconform)))
  const said = kubeconform
    ? 'rendered, valid for Kubernetes and KEDA'
    : 'rendered, NOT HELD against the schemas: there is no kubeconform here'
  return { said, faults: faults.flat() }
}

async function faultsOf(values: string, helm: string, kubeconform: string | undefined): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chart-'))
  const over = [...GIVEN, '--values', values]
  const commands: [string, ...string[]][] = [
    [helm, 'lint', CHART, '--strict', '--quiet', ...over],
    [helm, 'template', 'sizhang', CHART, '--output-dir', folder, ...over],
  ]
  if (kubeconform) commands.push([kubeconform, '-strict', '-schema-location', SCHEMAS, folder])
  try {
    for (const [command, ...args] of commands) {
      const { code, output } = await run(command, args)
      if (code !== 0) return [`${values}: ${output}`]
    }
    return []
  } finally {
    await rm(folder, { recursive: true })
  }
}
