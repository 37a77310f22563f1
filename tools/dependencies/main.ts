import { parseArgs } from 'node:util'
import { rootFolder } from '@sizhang/engines'
import { askAdvisories, isGrave } from './advisories'
import { notAllowed } from './licences'
import { installedPackages, type Package } from './packages'
import { askReleases, silentSince } from './releases'

const where = (shipped: boolean) => (shipped ? '服务 services' : '构建、测试、门户 build, tests, portal')

/**
 * `node tools/run.mjs dependencies [--strict]`: what the registry warns of, packages under a licence that nobody has agreed to, and those that
 * were not released for long. A report; with `--strict` it fails where the services run with a package of the first two kinds.
 */
async function main(): Promise<void> {
  const { strict } = parseArgs({ options: { strict: { type: 'boolean', default: false } } }).values
  const root = rootFolder()
  const packages = installedPackages(root)
  const shipped = packages.filter((each) => each.shipped).length
  console.log(`软件包 packages  ${packages.length}（服务所用 with which the services run: ${shipped}）`)

  const refused = notAllowed(packages)
  console.log(`\n许可 licences  ${refused.length === 0 ? '全部认可 all agreed to' : `${refused.length} 个待认可 to be agreed to`}`)
  for (const each of refused) console.log(`  ${each.name} ${each.version}  ${each.licence ?? '未写 none'}  ${where(each.shipped)}`)

  const advisories = askAdvisories(root)
  const said = advisories === null ? '未能询问，登记处没有回答 could not be asked: the registry did not answer' : `${advisories.length}`
  console.log(`\n安全公告 advisories  ${said}`)
  for (const { name, severity, range, about, shipped: run } of advisories ?? [])
    console.log(`  ${severity}  ${name} ${range}  ${where(run)}\n    ${about.join('\n    ')}`)

  await tellSilent(
    root,
    packages.filter(({ chosen }) => chosen),
  )

  const isToBeMended = refused.some((each) => each.shipped) || (advisories ?? []).some(isGrave)
  if (strict && (isToBeMended || advisories === null)) process.exitCode = 1
}

/** Of the packages that we name ourselves: those that stand below them are theirs to look after. */
async function tellSilent(root: string, chosen: readonly Package[]): Promise<void> {
  const releases = await askReleases(
    root,
    chosen.map(({ name }) => name),
  )
  const silent = releases && silentSince(releases.last, new Date())
  const said =
    silent === null ? '未能询问，登记处没有回答 could not be asked: the registry did not answer' : `${silent.length} / ${chosen.length}`
  console.log(`\n两年没有新版 without a release for two years  ${said}`)
  for (const { name, version, at } of silent ?? []) {
    const isShipped = chosen.some((each) => each.name === name && each.shipped)
    console.log(`  ${name} ${version}  ${at.toISOString().slice(0, 10)}  ${where(isShipped)}`)
  }
  if (releases && releases.untold.length > 0) console.log(`  没有回答 not answered: ${releases.untold.join(', ')}`)
}

void main()
