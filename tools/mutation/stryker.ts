import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MutantResult } from './results'

/** What Stryker reports, of which the mutants of one file are read. */
interface Report {
  files: Record<string, { source: string; mutants: MutantResult[] }>
}

/** Stryker's packages lie apart from the repository's: nobody who starts, tests or checks Sizhang needs them. */
export class Stryker {
  private readonly home: string

  constructor(private readonly root: string) {
    this.home = join(root, '.sizhang/mutation')
  }

  /** Installs what `tools/mutation/package-lock.json` names, once. */
  install(): void {
    const lock = 'package-lock.json'
    const [wanted, installed] = [join(this.root, 'tools/mutation', lock), join(this.home, lock)]
    const same = existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8')
    if (same && existsSync(join(this.home, 'node_modules/.package-lock.json'))) return
    mkdirSync(this.home, { recursive: true })
    for (const file of ['package.json', lock]) copyFileSync(join(this.root, 'tools/mutation', file), join(this.home, file))
    this.run('npm', ['ci', '--no-progress', '--no-audit', '--no-fund', '--prefix', this.home], {})
  }

  /** Mutates one file and runs the pure specs of its folder against each mutant. */
  mutate(file: string): { source: string; mutants: MutantResult[] } {
    const report = join(this.home, 'report.json')
    const settings = join(this.home, 'stryker.json')
    writeFileSync(settings, JSON.stringify(this.settings(file, report)))
    const command = join(this.home, 'node_modules/@stryker-mutator/core/bin/stryker.js')
    this.run(process.execPath, [command, 'run', settings], { MUTATED_FOLDER: dirname(file) })
    const found = (JSON.parse(readFileSync(report, 'utf8')) as Report).files[file]
    if (!found) throw new Error(`Stryker says nothing of ${file}`)
    return found
  }

  private settings(file: string, report: string) {
    return {
      mutate: [file],
      ignorePatterns: ['/*', '!/apps', '/apps/portal', '!/libs', '!/infra', '!/tools', '!/docs', '!/*.cjs', '!/*.json'],
      plugins: [join(this.home, 'node_modules/@stryker-mutator/jest-runner/dist/src/index.js')],
      testRunner: 'jest',
      jest: { projectType: 'custom', configFile: 'tools/mutation/jest.config.cjs', enableFindRelatedTests: false },
      coverageAnalysis: 'perTest',
      concurrency: 1,
      timeoutMS: 20_000,
      tempDirName: join('.sizhang/mutation', 'sandbox'),
      reporters: ['json'],
      jsonReporter: { fileName: report },
      allowConsoleColors: false,
      logLevel: 'warn',
      warnings: { slow: false },
    }
  }

  private run(command: string, args: string[], env: Record<string, string>): void {
    const { status } = spawnSync(command, args, {
      cwd: this.root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`)
  }
}
