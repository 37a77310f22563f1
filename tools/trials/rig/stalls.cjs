/**
 * Loaded before an app of a trial: writes each time that its event loop stood still for more than 50 ms into `STALLS_FOLDER`, a line
 * of JSON each, in milliseconds: when it was over, how long it took, how long the loop's thread was at work in it, how long it waited
 * for a processor, and how long garbage was collected. On a crowded machine a loop waits; only work is the app's own doing.
 * Linux alone tells of a thread's work.
 */
const { appendFileSync, mkdirSync, readFileSync } = require('node:fs')
const { basename, dirname, join } = require('node:path')
const { PerformanceObserver } = require('node:perf_hooks')

const EVERY_MS = 5
const LONGEST_MS = 50
const NANOSECONDS = 1e6

const folder = process.env.STALLS_FOLDER
const app = basename(dirname(process.argv[1] ?? 'node/'))
/** Nanoseconds that the loop's thread has worked, and waited for a processor, since it began. */
const ofThread = () => readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ').map(Number)

let collections = []
new PerformanceObserver((list) => collections.push(...list.getEntries())).observe({ entryTypes: ['gc'] })
mkdirSync(folder, { recursive: true })

let last = { at: performance.now(), thread: ofThread() }
setInterval(() => {
  const now = { at: performance.now(), thread: ofThread() }
  const from = last.at
  const took = now.at - from - EVERY_MS
  if (took > LONGEST_MS) {
    const [worked, waited] = now.thread.map((value, place) => Math.round((value - last.thread[place]) / NANOSECONDS))
    const until = Date.now()
    // What was collected is told a little later.
    setTimeout(() => {
      const within = collections.filter(({ startTime }) => startTime >= from && startTime <= now.at)
      const collected = Math.round(within.reduce((sum, { duration }) => sum + duration, 0))
      appendFileSync(join(folder, `${app}.jsonl`), `${JSON.stringify({ until, took: Math.round(took), worked, waited, collected })}\n`)
    }, LONGEST_MS).unref()
  }
  collections = collections.filter(({ startTime }) => startTime > now.at - 5_000)
  last = now
}, EVERY_MS).unref()
