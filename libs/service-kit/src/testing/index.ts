export { testEveryField } from './every-field'
export { FactLog } from './fact-log'
export { until } from './until'
