import { readSettings, serviceSettings } from '@sizhang/service-kit'

/** The settings of reporting: those of every service. Throws one message that names what is missing. */
export function settings(environment: NodeJS.ProcessEnv = process.env) {
  return readSettings(serviceSettings, environment)
}
