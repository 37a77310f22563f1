export { AppProcess } from './app-process'
export { type App, apps, portsFrom, type Service, services, titles } from './apps'
export { environmentOf, type StackSettings, urlOf } from './environment'
export { generateSecrets, type Secrets, secretsIn } from './secrets'
