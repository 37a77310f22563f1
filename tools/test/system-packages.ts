import { existsSync, readFileSync } from 'node:fs'
import { findCommand, Problem, run } from '@sizhang/engines'

interface Need {
  /** Any of these commands will do. */
  commands: string[]
  /** The environment variable that names one instead. */
  variable?: string
  /** Debian's packages that bring it. */
  packages: string[]
}

const needs: Need[] = [
  { commands: ['chromium', 'chromium-browser', 'google-chrome'], variable: 'CHROMIUM', packages: ['chromium', 'fonts-wqy-microhei'] },
  { commands: ['mvn'], packages: ['maven'] },
  { commands: ['pip3', 'pip'], packages: ['python3-pip'] },
]

/**
 * A browser, and what local engines are obtained with. On Debian and Ubuntu, as root, missing ones are installed;
 * elsewhere one message names them. Gives the browser's path.
 */
export async function obtainSystemPackages(say: (line: string) => void, enginesGiven: boolean): Promise<string> {
  const wanted = enginesGiven ? needs.slice(0, 1) : needs
  const missing = (await Promise.all(wanted.map(async (need) => ((await find(need)) ? [] : need.packages)))).flat()
  if (missing.length > 0) await install(missing, say)
  const [browser] = needs
  return (browser && (await find(browser))) ?? ''
}

async function find({ commands, variable }: Need): Promise<string | undefined> {
  const named = variable && process.env[variable]
  return named && existsSync(named) ? named : findCommand(...commands)
}

async function install(packages: string[], say: (line: string) => void): Promise<void> {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !isDebian()) {
    throw new Problem(
      `测试还缺少：${packages.join('、')}。请执行：${command}`,
      `The tests need what is not installed: ${packages.join(', ')}. On Debian or Ubuntu run: ${command}`,
    )
  }
  say(`安装系统软件 installing  ${packages.join(', ')}`)
  const from = Date.now()
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env })
  if (code !== 0) {
    throw new Problem(`安装失败：${command}`, `This failed: ${command}\n${output.split('\n').slice(-6).join('\n')}`)
  }
  say(`系统软件 system packages  ${((Date.now() - from) / 1000).toFixed(1)} s`)
}

const isDebian = () => existsSync('/etc/os-release') && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
