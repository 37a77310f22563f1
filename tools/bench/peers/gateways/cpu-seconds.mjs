/** Processor time that this process has used, as our apps say it under `/metrics`. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return `process_cpu_seconds_total ${(user + system) / 1e6}\n`
}
