import { addressesIn, type App, engineSettings, kafka, mongo } from '@sizhang/engines'
import type { KafkaSettings } from '@sizhang/messaging'
import { kafkaFrom, kafkaSettings, readSettings } from '@sizhang/service-kit'

/** Where an installation is. */
export interface OpsSettings {
  root: string
  home: string
  kafka: KafkaSettings
  /** What the environment says of Kafka, for a process that is started beside the services. */
  kafkaEnvironment: Record<string, string>
  mongoUri: string
  databasePrefix: string
  /** Keys of encrypted fields, where the environment has them. */
  fieldKey: string | undefined
  nextFieldKey: string | undefined
  previousFieldKey: string | undefined
  indexKey: string | undefined
  /** By which tools sign for themselves, where the environment has it. */
  signingKey: string | undefined
  /** The addresses of the apps that are asked how they are. */
  addresses: ReadonlyMap<App, string>
}

/** The same settings as the services have; what is not set is as `npm start` has it on this machine. */
export function opsSettings(environment: NodeJS.ProcessEnv): OpsSettings {
  const local = engineSettings(() => undefined, environment)
  const kafkaEnvironment = ofKafka({ KAFKA_BROKERS: kafka.address(local.kafkaPort), ...environment })
  return {
    root: local.root,
    home: local.home,
    kafka: kafkaFrom(readSettings(kafkaSettings, kafkaEnvironment), 'ops'),
    kafkaEnvironment,
    mongoUri: environment['MONGODB_URI'] ?? mongo.address(local.mongoPort),
    databasePrefix: environment['DATABASE_PREFIX'] ?? '',
    fieldKey: environment['FIELD_KEY'],
    nextFieldKey: environment['NEXT_FIELD_KEY'],
    previousFieldKey: environment['PREVIOUS_FIELD_KEY'],
    indexKey: environment['INDEX_KEY'],
    signingKey: environment['CALLER_SIGNING_KEY'],
    addresses: addressesIn(environment['SERVICES']),
  }
}

function ofKafka(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.keys(kafkaSettings.shape).flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  )
}
