import { generateSecrets, portsFrom } from '@sizhang/engines'
import { readyScreen, Steps } from './screen'

const stack = {
  root: '/repository',
  home: '/repository/.sizhang',
  ports: portsFrom(4000),
  brokers: '127.0.0.1:9092',
  mongoUri: 'mongodb://127.0.0.1:27017/',
  secrets: generateSecrets(),
}
const all = ['organization', 'membership', 'activity', 'reporting', 'gateway'] as const

test('the screen says where to open it, how to sign in, where the data lies and how to stop', () => {
  const screen = readyScreen({ stack, only: [...all], firstPassword: 'abcd-efgh', demo: true, took: '6.2 s' })
  for (const text of ['http://127.0.0.1:4000', '账号 admin  密码 abcd-efgh', '.sizhang/data', 'Ctrl-C', '6.2 s', '演示城市'])
    expect(screen).toContain(text)
})

test('a password that has been changed is not shown', () => {
  const screen = readyScreen({ stack, only: [...all], demo: false, took: '6.2 s' })
  expect(screen).not.toContain(stack.secrets.firstPassword)
  expect(screen).toContain('密码为您所设')
})

test('without the gateway each service has its own address', () => {
  const screen = readyScreen({ stack, only: ['activity'], demo: false, took: '6.2 s' })
  expect(screen).toContain('activity http://127.0.0.1:4003')
  expect(screen).not.toContain('登录')
})

test('each long step is reported with its time, and progress only while it is under way', async () => {
  const said: string[] = []
  const steps = new Steps((line) => said.push(line))
  for (const done of [0, 1, 2]) steps.progress('构建 build', done, 2)
  await steps.time('构建 build', async () => undefined)
  expect(said).toEqual(['构建 build  1 / 2', expect.stringMatching(/^构建 build {2}就绪 ready {2}\d+\.\d s$/)])
  expect(steps.took).toContain('构建 build 0.0 s')
})
