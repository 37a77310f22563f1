export { FactLog } from './fact-log'
export { until } from './until'
