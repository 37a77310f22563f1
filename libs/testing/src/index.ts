export { engines, type FreshNames, freshNames } from './engines'
export { type Stack, type StackOptions, startStack } from './stack'
