import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Finding, Step } from '../step'

interface Program {
  name: string
  /** Programs of node_modules/.bin with their arguments; all must succeed. */
  commands: string[][]
  verdict: string
  mend: string
}

/** What other programs check: each of these runs in a process of its own. */
export function programs(): Step[] {
  const portal = existsSync('apps/portal/tsconfig.json') ? [['tsc', '--noEmit', '-p', 'apps/portal/tsconfig.json']] : []
  const all: Program[] = [
    {
      name: 'lint and boundaries',
      commands: [['eslint', '.', '--max-warnings', '0']],
      verdict: 'every rule is kept',
      mend: 'Mend what is named; `npx eslint . --fix` does the mechanical part.',
    },
    {
      name: 'types',
      commands: [['tsc', '--noEmit', '-p', 'tsconfig.check.json'], ...portal],
      verdict: 'every type fits',
      mend: 'Mend the types; where `graph.generated` is named, run `node tools/run.mjs generate` first.',
    },
    {
      name: 'format',
      commands: [['prettier', '--check', '--log-level', 'warn', '.']],
      verdict: 'every file is formatted',
      mend: 'Run `npx prettier --write .`',
    },
    {
      name: 'import cycles',
      commands: [
        ['depcruise', '--config', '.dependency-cruiser.cjs', '--exclude', '^tools/boundaries/bad/', 'apps', 'libs', 'tools', 'infra'],
      ],
      verdict: 'no file imports itself in a circle',
      mend: 'Move what both files need to where it belongs.',
    },
    {
      name: 'dead code',
      commands: [['knip', '--no-progress', '--tsConfig', 'tsconfig.base.json', '--treat-config-hints-as-errors']],
      verdict: 'everything is used',
      mend: 'Delete it, or use it. Where only the same file uses an export, it needs no `export`.',
    },
  ]
  return all.map((program) => ({ name: program.name, run: () => runProgram(program) }))
}

async function runProgram({ commands, verdict, mend }: Program): Promise<Finding> {
  const faults: string[] = []
  for (const command of commands) {
    const { code, output } = await runCommand(command)
    if (code !== 0) faults.push(output.trim() || `${command.join(' ')} ended with ${code}`)
  }
  return { verdict, faults, mend }
}

function runCommand([program = '', ...args]: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, NX_DAEMON: 'false', NO_COLOR: '1', FORCE_COLOR: undefined }
  const child = spawn(`node_modules/.bin/${program}`, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal) output += `\n${program} was ended by ${signal}: is there memory enough?`
      resolve({ code: code ?? 1, output })
    })
  })
}
