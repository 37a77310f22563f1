import { readFileSync } from 'node:fs'
import { type App, apps, fieldKeySteps, generateSecrets, portsFrom, services } from '@sizhang/engines'
import { envFile } from '../../engines/env-file'
import { filesBelow } from '../../generate/files'
import { type ChartApp, chartApps, chartFile } from './chart-files'
import { type Settings, settingsOf } from './settings'

/** Where the chart and the code disagree; no tool is needed to see it. */
export function structureFaults(): string[] {
  const given = chartApps()
  const stages = [...readFileSync('Dockerfile', 'utf8').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name)
  return [
    ...(same(Object.keys(given), apps) ? [] : [`files/apps.yaml names ${Object.keys(given).join(', ')}; the apps are ${apps.join(', ')}`]),
    ...apps.filter((app) => !stages.includes(app)).map((app) => `the Dockerfile has no target ${app}`),
    ...apps.flatMap((app) => (given[app] ? appFaults(app, given[app]) : [])),
    ...serviceFaults(given.gateway),
    ...versionFaults(),
  ]
}

function appFaults(app: App, given: ChartApp): string[] {
  const port = portsFrom(4000)[app]
  const reads = filesBelow(`apps/${app}/src`, '.ts').some((file) => readFileSync(file, 'utf8').includes('@When('))
  return [
    ...settingFaults(app, given, settingsOf(app)),
    ...secretFaults(app, given),
    ...(given.port === port ? [] : [`${app} has port ${given.port}, elsewhere ${port}`]),
    ...(given.consumes === reads ? [] : [`${app} ${reads ? 'reads facts' : 'reads no facts'}: consumes is ${given.consumes}`]),
  ]
}

/** A setting that the app does not know, or one that it does not start without. */
export function settingFaults(app: string, chart: Pick<ChartApp, 'settings' | 'secrets' | 'mayBeAway'>, known: Settings): string[] {
  const given = ['PORT', ...Object.keys(chart.settings), ...Object.keys(chart.secrets), ...Object.keys(chart.mayBeAway ?? {})]
  return [
    ...given.filter((name) => !known.has(name)).map((name) => `${app} knows no setting ${name}`),
    ...[...known]
      .filter(([name, need]) => need === 'required' && !given.includes(name))
      .map(([name]) => `${app} is not given ${name}, without which it does not start`),
  ]
}

/** A key that is neither written by `npm run engines -- secrets` or `field-key` nor the address of the app's own database. */
export function secretFaults(app: string, { secrets, mayBeAway }: Pick<ChartApp, 'secrets' | 'mayBeAway'>): string[] {
  const written = envFile(generateSecrets()).matchAll(/^(\w+)=/gm)
  const replacing = Object.keys(fieldKeySteps['use']?.({ FIELD_KEY: 'one', NEXT_FIELD_KEY: 'other' }) ?? {})
  const keys = new Set([...[...written].map(([, name]) => name), ...replacing, `MONGODB_URI_${app.toUpperCase()}`])
  return Object.values({ ...secrets, ...mayBeAway })
    .filter((key) => !keys.has(key))
    .map((key) => `${app} asks for ${key}, which is no key of the Secret`)
}

function serviceFaults(gateway: ChartApp | undefined): string[] {
  const given = gateway?.settings['SERVICES']?.replace(/{{\s*\.Release\.Name\s*}}/g, 'release')
  const wanted = services.map((service) => `${service}=http://release-${service}:${portsFrom(4000)[service]}`).join(',')
  return given === wanted ? [] : [`the gateway is given SERVICES ${given}\n  instead of ${wanted}`]
}

function versionFaults(): string[] {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const { appVersion } = chartFile('Chart.yaml') as { appVersion: string }
  return appVersion === version ? [] : [`Chart.yaml has appVersion ${appVersion}, package.json version ${version}`]
}

const same = (some: readonly string[], others: readonly string[]) => [...some].sort().join() === [...others].sort().join()
