import type { DemoOutcome, DemoProgress } from './index'

/** Says how a load is going: a line for each new step, at most one a second within it, and the last. */
export function progressLines(say: (line: string) => void): (progress: DemoProgress) => void {
  let last = 0
  let step = ''
  return ({ done, total, what }) => {
    if (done < total && what === step && Date.now() - last < 1000) return
    last = Date.now()
    step = what
    say(`演示城市 demo  ${Math.floor((100 * done) / Math.max(total, 1))} %  ${done} / ${total}  ${what}`)
  }
}

/** What is said at the end, above all when the figures are not those of the demo city. */
export function outcomeLine({ checksum, expected }: DemoOutcome): string {
  const loaded = `演示城市已载入 the demo city is loaded  校验 checksum ${checksum}`
  if (expected === undefined || checksum === expected) return loaded
  return [
    loaded,
    `与应有的 ${expected} 不同：载入期间有人改了数据，或指标的算法已变。`,
    `This is not ${expected}: somebody changed data while it loaded, or figures are counted in another way than they were.`,
  ].join('\n')
}
