/**
 * Runs a tool of this repository: `node tools/run.mjs <tool> [arguments]`.
 * Plain Node, no package: it also works on a fresh clone, where it installs the packages first.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Stops when this Node is too old, or when the tool does not exist. */
function check(tool) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `需要 Node 20.19 或更新版本，当前为 ${process.versions.node}。`,
      `Node 20.19 or newer is needed, this is ${process.versions.node}.`,
    )
  }
  if (!tool || !existsSync(join(root, 'tools', tool, 'main.ts'))) {
    stop(`没有名为“${tool ?? ''}”的工具。`, `There is no tool "${tool ?? ''}": name a folder of tools/ that holds a main.ts.`)
  }
}

function stop(chinese, english) {
  console.error(`${chinese}\n${english}`)
  process.exit(1)
}

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})

/** Installed = npm's own record in node_modules holds every package of the lock at its version (optional ones apart). */
function missingPackages() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).filter(
    ([path, { version, optional }]) => path && !optional && installed[path]?.version !== version,
  )
}

/** `npm ci`, with a line that counts the packages put in place; not on standard output, which may be on its way into a file. */
async function install() {
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, { optional }]) => path && !optional)
    .map(([path]) => join(root, path, 'package.json'))
  const started = Date.now()
  const say = () => {
    const placed = wanted.filter((file) => existsSync(file)).length
    const seconds = Math.round((Date.now() - started) / 1000)
    console.error(`安装软件包 packages  ${placed} / ${wanted.length}  ${seconds} s`)
  }
  const timer = setInterval(say, 5000)
  const npm = spawn('npm', ['ci', '--no-progress'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  npm.stdout.on('data', (chunk) => (output += chunk))
  npm.stderr.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => npm.on('error', () => resolve(127)).on('close', resolve))
  clearInterval(timer)
  if (code !== 0) {
    stop(`安装软件包失败（npm ci 退出码 ${code}）。`, `npm ci failed with ${code}:\n${output.trim().split('\n').slice(-15).join('\n')}`)
  }
  say()
}

const [tool, ...args] = process.argv.slice(2)
check(tool)
if (missingPackages().length > 0) await install()
process.chdir(root)
process.setSourceMapsEnabled(true)
const { bundle } = await import('./bundle.mjs')
const entry = await bundle(root, tool)
process.argv = [process.argv[0], entry, ...args]
await import(pathToFileURL(entry))
