/** What an app says of itself under `/metrics`: the sum of the series of this name whose labels hold `label`. */
export async function metricOf(url: string, name: string, label = ''): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const series = text.split('\n').filter((line) => (line.startsWith(`${name}{`) || line.startsWith(`${name} `)) && line.includes(label))
  return series.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}

/** Processor time that an app has used since its start, in seconds. */
export const cpuSecondsOf = (url: string) => metricOf(url, 'process_cpu_seconds_total')

/** Memory that an app holds, in MiB. */
export const memoryOf = async (url: string) => (await metricOf(url, 'process_resident_memory_bytes')) / 2 ** 20
