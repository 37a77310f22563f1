import { Problem, type Service, services, titles } from '@sizhang/engines'
import { FOLLOWED } from '../../exact/followed'

/** What is wanted of a projection. */
export type Wish = 'rebuild' | 'swap' | 'back' | 'drop'

/** A projection, which is all that a service keeps of others' facts, and what is wanted of it. */
export interface RebuildAsked {
  service: Service
  wish: Wish
}

const WISHES: ReadonlyMap<string | undefined, Wish> = new Map([
  [undefined, 'rebuild'],
  ['--swap', 'swap'],
  ['--back', 'back'],
  ['--drop', 'drop'],
])

/** What the words after `rebuild` ask for; refuses what is no projection and what is no option, and names those there are. */
export function rebuildAsked([name, option, ...more]: readonly string[]): RebuildAsked {
  const service = projectionNamed(name)
  const wish = WISHES.get(option)
  if (wish && more.length === 0) return { service, wish }
  const wrong = [option, ...more].join(' ')
  throw new Problem(
    `rebuild ${service} 之后的“${wrong}”不是选项。可用其一：--swap（有差异也切换）、--back（退回前一份）、--drop（放弃）。`,
    `"${wrong}" after rebuild ${service} is no option. One of: --swap (in spite of a difference), --back (to the former one), --drop (give up).`,
  )
}

/** The service whose read models go by this name. */
function projectionNamed(name: string | undefined): Service {
  const service = services.find((each) => each === name)
  if (service) return service
  const known = services.map((each) => `  ${each} ${titles[each]} ← ${FOLLOWED[each].join(' ')}`).join('\n')
  throw new Problem(
    name === undefined ? `没有指明投影。可以是：\n${known}` : `没有投影“${name}”。可以是：\n${known}`,
    `${name === undefined ? 'No projection was named' : `There is no projection "${name}"`}: one of those above, each all that a service keeps of the topics named.`,
  )
}
