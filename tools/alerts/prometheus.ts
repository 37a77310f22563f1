import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findCommand, freePort, loopback, Problem, startChild, stopChild, until } from '@sizhang/engines'
import { dump } from 'js-yaml'
import { readRules, shortened } from './rules'

/** A Prometheus of the tool's own, that scrapes every two seconds. */
export class Prometheus {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  /**
   * @param folder takes its configuration, data and log
   * @param targets URLs by job
   */
  static async start(folder: string, targets: Record<string, string>): Promise<Prometheus> {
    const command = await findCommand('prometheus')
    if (!command) {
      throw new Problem(
        'PATH 中没有 prometheus（Debian：apt-get install prometheus）。',
        'There is no prometheus on the PATH (Debian: apt-get install prometheus).',
      )
    }
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'rules.yml'), dump(shortened(readRules())))
    writeFileSync(join(folder, 'prometheus.yml'), dump(configuration(targets)))
    const address = `${loopback}:${await freePort()}`
    const args = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
    ]
    const child = startChild({ command, args, log: join(folder, 'prometheus.log'), whenWeDie: 'TERM' })
    const prometheus = new Prometheus(child, `http://${address}`)
    const answers = () =>
      prometheus.firing().then(
        () => true,
        () => false,
      )
    if (!(await until(answers, { within: 30_000 })))
      throw new Problem('Prometheus 没有启动。', `Prometheus did not start: see ${folder}/prometheus.log`)
    return prometheus
  }

  /** The names of the alerts that fire now. */
  async firing(): Promise<Set<string>> {
    const answer = await fetch(`${this.url}/api/v1/alerts`, { signal: AbortSignal.timeout(5_000) })
    const { data } = (await answer.json()) as { data: { alerts: { labels: { alertname: string }; state: string }[] } }
    return new Set(data.alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname))
  }

  stop(): Promise<void> {
    return stopChild(this.child)
  }
}

function configuration(targets: Record<string, string>): object {
  return {
    global: { scrape_interval: '2s', scrape_timeout: '2s', evaluation_interval: '1s' },
    rule_files: ['rules.yml'],
    scrape_configs: Object.entries(targets).map(([job, url]) => ({ job_name: job, static_configs: [{ targets: [new URL(url).host] }] })),
  }
}
