import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where rules stand: what a mutation changes there, a pure spec of the same folder has to miss. */
const ruled: readonly RegExp[] = [
  /^apps\/[\w-]+\/src\/.+\.domain\.ts$/,
  /^libs\/service-kit\/src\/rules\/(?!index)[\w-]+\.ts$/,
  /^libs\/packs\/src\/(check|figures|packs)\.ts$/,
  /^libs\/messaging\/src\/projection\/(fold|plan)\.ts$/,
]

/** The files to mutate, below the repository's root; `only` names one, or a folder of them. */
export function mutatedFiles(root: string, only = ''): string[] {
  return ['apps', 'libs']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => !file.endsWith('spec.ts') && ruled.some((rule) => rule.test(file)) && file.startsWith(only))
    .sort()
}
