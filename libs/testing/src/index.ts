export { engines, type FreshNames, freshNames } from './engines'
export { administratorSession } from './session'
export { fixedClock, given } from './rules'
export { type Stack, type StackOptions, startStack } from './stack'
