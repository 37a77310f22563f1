const { EventEmitter, once } = require('node:events')
const { existsSync, readFileSync } = require('node:fs')
const { setTimeout: wait } = require('node:timers/promises')
const { WebSocket } = require('ws')

/** Three times what the longest file takes on two busy cores, and far less than a CI gives the whole. */
const MINUTES = Number(process.env.TEST_FILE_MINUTES ?? 20)

/**
 * Jest reporter: where a test file does not end, though each test in it has its time, the run fails, names it and tells where its process
 * stands. Jest's own limits need the event loop of that process: one that is busy or blocked hangs for ever without a word.
 */
module.exports = class Stuck {
  running = new Map()

  onTestFileStart({ path }) {
    this.running.set(path, setTimeout(() => void this.fail(path), MINUTES * 60_000).unref())
  }

  onTestFileResult({ path }) {
    clearTimeout(this.running.get(path))
    this.running.delete(path)
  }

  async fail(path) {
    for (const timer of this.running.values()) clearTimeout(timer)
    console.error(`\n● ${path}\n  测试文件没有结束 has not ended after ${MINUTES} min. Running: ${[...this.running.keys()].join(', ')}`)
    for (const pid of childrenOf(process.pid)) {
      console.error(`  pid ${pid}: ${await placeOf(pid).catch((error) => `${error}`)}`)
      process.kill(pid, 'SIGKILL')
      while (existsSync(`/proc/${pid}/cwd`)) await wait(20)
    }
    process.exit(1)
  }
}

/** As far as the system tells. */
function childrenOf(pid) {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}

/** Where a Node process stands, asked by its debugger: the functions it runs, or, where it runs none, what it waits for. */
async function placeOf(pid) {
  const debug = await debuggerOf(pid)
  const files = new Map()
  debug.heard.on('Debugger.scriptParsed', ({ scriptId, url }) => files.set(scriptId, url))
  void debug.ask('Debugger.enable')
  void debug.ask('Debugger.pause')
  const [paused] = (await Promise.race([once(debug.heard, 'Debugger.paused'), wait(2000)])) ?? []
  const placeOfFrame = ({ functionName, location }) => `\n    at ${functionName} ${files.get(location.scriptId)}:${location.lineNumber + 1}`
  if (paused) return paused.callFrames.map(placeOfFrame).join('')
  void debug.ask('Debugger.disable')
  const waiting = debug.ask('Runtime.evaluate', { expression: 'process.getActiveResourcesInfo().join()' })
  const answer = await Promise.race([waiting, wait(2000)])
  return answer ? `waits for ${answer.result.value}` : 'runs no JavaScript and does not answer'
}

/** The debugger that Node opens at SIGUSR1, on its usual port. */
async function debuggerOf(pid) {
  for (let tries = 0; ; tries++) {
    process.kill(pid, 'SIGUSR1')
    const [target] = await fetch('http://127.0.0.1:9229/json/list').then(
      (answer) => answer.json(),
      () => [],
    )
    if (target) return connected(target.webSocketDebuggerUrl)
    if (tries === 50) throw new Error('its debugger does not open')
    await wait(100)
  }
}

async function connected(url) {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  const heard = new EventEmitter()
  socket.on('message', (text) => {
    const { id, method, result, params } = JSON.parse(text)
    heard.emit(method ?? id, result ?? params)
  })
  let last = 0
  const ask = async (method, params = {}) => {
    socket.send(JSON.stringify({ id: ++last, method, params }))
    return (await once(heard, last))[0]
  }
  return { ask, heard }
}
