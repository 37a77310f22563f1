export { testEveryField } from './every-field'
export { FactLog } from './fact-log'
export { overOneLine } from './one-line'
export { until } from './until'
