export { obtainJava } from './java'
export { kafkaVersion, obtainKafka } from './kafka'
export { obtainMongod } from './mongod'
