import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@sizhang/engines'
import type { Stack } from '@sizhang/testing'

/** A record as a reader of the docs writes it with `--lines`. */
interface Line {
  topic: string
  key: string
  headers: Record<string, string>
  value: { type: string; subject: string; sequence: string; partitionkey: string; data: object }
}

/** What a reader has written: its lines, its last word (the count), and its exit code. */
export interface Reading {
  text: string
  lines: Line[]
  said: string
  code: number | null
}

const PYTHON_HOME = '.sizhang/analysts'

/** Runs a reader of the docs on a stack's topics to its end. */
export function read(command: string, program: string, { brokers, topicPrefix }: Stack): Promise<Reading> {
  const env = { ...process.env, KAFKA_BROKERS: brokers, TOPIC_PREFIX: topicPrefix }
  return new Promise((resolve, reject) => {
    const child = spawn(command, [program, '--lines'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        text,
        said,
        code,
        lines: text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Line),
      }),
    )
  })
}

/** A Python with the packages that the docs name, in a virtual environment of its own, as the docs say to make it. */
export async function pythonReader(): Promise<string> {
  const python = join(PYTHON_HOME, 'bin/python')
  if (existsSync(python) && (await run(python, ['-c', 'import kafka, jsonschema, yaml'])).code === 0) return python
  for (const [command, args] of [
    ['python3', ['-m', 'venv', PYTHON_HOME]],
    [join(PYTHON_HOME, 'bin/pip'), ['install', '--quiet', 'kafka-python', 'jsonschema', 'pyyaml']],
  ] as const) {
    const { code, output } = await run(command, [...args])
    if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`)
  }
  return python
}
