import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { rootFolder } from '@sizhang/engines'
import { mutatedFiles } from './mutated-files'
import { type Accepted, fileResult, type FileResult, total, withReasons } from './results'
import { Stryker } from './stryker'

/** `node tools/run.mjs mutation [--only path]`: which rule no spec would miss, file by file; the figures go to docs/results. */
function main(): void {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
  const root = rootFolder()
  const accepted = JSON.parse(readFileSync(join(root, 'tools/mutation/accepted.json'), 'utf8')) as Accepted[]
  const files = mutatedFiles(root, only)
  if (files.length === 0) throw new Error(`没有可变异的文件 / no file to mutate: ${only}`)
  const stryker = new Stryker(root)
  stryker.install()
  for (const file of files) {
    const { source, mutants } = stryker.mutate(file)
    const result = withReasons(fileResult(file, source, mutants), accepted)
    console.log(`${result.score.toFixed(1).padStart(5)} %  ${result.killed} / ${result.killed + result.survived}  ${file}`)
    for (const { line, original, replacement, reason } of result.survivors)
      if (!reason) console.log(`    ${file}:${line}  ${original}  →  ${replacement}`)
    keep(join(root, 'docs/results/mutation.json'), mutatedFiles(root), result, accepted)
  }
}

/** Puts one file's result in its place, so that a run that was stopped has kept what it found. */
function keep(report: string, known: readonly string[], result: FileResult, accepted: readonly Accepted[]): void {
  const before = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as { files: FileResult[] }).files : []
  const others = before.filter(({ file }) => file !== result.file && known.includes(file))
  const files = [...others, result].map((one) => withReasons(one, accepted)).sort((a, b) => (a.file < b.file ? -1 : 1))
  mkdirSync(dirname(report), { recursive: true })
  writeFileSync(report, `${JSON.stringify({ ...total(files), files }, null, 2)}\n`)
}

main()
