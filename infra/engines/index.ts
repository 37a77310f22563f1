export { stopDocker } from './docker'
export { type Engines, type OwnEngine, startEngines, stopEngines } from './engines'
export { kafka, kafkaWith } from './kafka'
export { answersAsKafka, dropTopics, topicNames } from './kafka-wire'
export { findLocal, startLocal, stopLocal } from './local'
export { dropDatabases, hasData, mongo, mongoWith } from './mongo'
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
  addressesIn,
  type App,
  AppProcess,
  apps,
  callerKeySteps,
  type FieldKeySettings,
  fieldKeySteps,
  generateSecrets,
  portsFrom,
  type Secrets,
  secretsForStart,
  secretsIn,
  type Service,
  services,
  type StackSettings,
  stepFieldKey,
  titles,
  urlOf,
} from '../stack'
