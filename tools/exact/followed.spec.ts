import { readFileSync } from 'node:fs'
import * as contracts from '@sizhang/contracts'
import { services } from '@sizhang/engines'
import { filesBelow } from '../generate/files'
import { FOLLOWED_BY_FEATURES } from './followed'

test.each(services)('what the features of %s are known to follow is what their handlers are for', (service) => {
  const texts = filesBelow(`apps/${service}/src`, '.events.ts').map((file) => readFileSync(file, 'utf8'))
  const facts = texts.flatMap((text) => [...text.matchAll(/@When\((\w+)\)/g)].map(([, name]) => name as keyof typeof contracts))
  const topics = facts.map((name) => (contracts[name] as contracts.EventDefinition).topic)
  expect([...new Set(topics)].sort()).toEqual(FOLLOWED_BY_FEATURES[service])
})
