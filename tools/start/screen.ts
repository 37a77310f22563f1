import { join, relative } from 'node:path'
import { type App, type StackSettings, urlOf } from '@sizhang/engines'

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** The long steps: a line for each, with a number, and the time each took. Time counts from the start of this process. */
export class Steps {
  private readonly times = new Map<string, number>([['软件包 packages', performance.now()]])

  constructor(private readonly say: (line: string) => void) {}

  /** `引擎 engines 2.9 s · …`: each step and the time until now. */
  get took(): string {
    const steps = [...this.times].map(([name, milliseconds]) => `${name} ${inSeconds(milliseconds)}`)
    return `${inSeconds(performance.now())}（${steps.join(' · ')}）`
  }

  async time<T>(name: string, step: () => Promise<T>): Promise<T> {
    const from = performance.now()
    const result = await step()
    this.times.set(name, performance.now() - from)
    this.say(`${name}  就绪 ready  ${inSeconds(performance.now() - from)}`)
    return result
  }

  /** Says how far a step is, when that has changed. */
  progress(name: string, done: number, total: number): void {
    if (done > 0 && done < total) this.say(`${name}  ${done} / ${total}`)
  }
}

export interface Ready {
  stack: StackSettings
  only: App[]
  /** Shown until it has been changed. */
  firstPassword?: string
  /** Whether the demo city is still to be loaded. */
  demo: boolean
  took: string
}

/** The calm screen: where to open it, how to sign in, where the data lies, how to stop. */
export function readyScreen({ stack, only, firstPassword, demo, took }: Ready): string {
  const place = (folder: string) => relative(stack.root, join(stack.home, folder))
  const addresses = only.includes('gateway') ? [urlOf('gateway', stack)] : only.map((app) => `${app} ${urlOf(app, stack)}`)
  const password = firstPassword
    ? `账号 admin  密码 ${firstPassword}  首次登录后请更改 change it at first sign-in`
    : '账号 admin  密码为您所设 your own password'
  const rows = [
    ['打开', 'open', addresses.join('  ')],
    ...(only.includes('membership') ? [['登录', 'sign in', password]] : []),
    ['事实', 'facts', `Kafka ${stack.brokers}`],
    ['数据', 'data', `${place('data')}  密钥 secrets ${place('secrets.json')}  日志 logs ${place('logs')}`],
    ['停止', 'stop', 'Ctrl-C'],
    ['用时', 'took', took],
  ]
  const lines = rows.map(([chinese, english, text]) => `  ${chinese} ${english?.padEnd(8)} ${text}`)
  const note = demo ? ['', '  正在载入演示城市，页面已可使用 the demo city loads, the pages work already'] : []
  return ['', '四长 Sizhang  已就绪 ready', '', ...lines, ...note, ''].join('\n')
}
