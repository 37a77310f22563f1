export { AppProcess } from './app-process'
export { type App, apps, portsFrom, services, titles } from './apps'
export { environmentOf, type StackSettings, urlOf } from './environment'
export { generateSecrets, type Secrets, secretsIn } from './secrets'
