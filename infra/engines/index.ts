export { stopDocker } from './docker'
export { type Engines, type OwnEngine, startEngines, stopEngines } from './engines'
export { kafka } from './kafka'
export { answersAsKafka, dropTopics, topicNames } from './kafka-wire'
export { findLocal } from './local'
export { dropDatabases, hasData, mongo } from './mongo'
export { type EngineSettings, engineSettings, rootFolder } from './settings'

export {
  accepts,
  explain,
  findCommand,
  freePort,
  loopback,
  Problem,
  requireFree,
  run,
  startChild,
  stopChild,
  until,
  whenNpmEnds,
} from '../processes'
export {
  type App,
  AppProcess,
  apps,
  generateSecrets,
  portsFrom,
  type Secrets,
  secretsIn,
  type Service,
  services,
  type StackSettings,
  titles,
  urlOf,
} from '../stack'
