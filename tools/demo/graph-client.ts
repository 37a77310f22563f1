import { setTimeout as pause } from 'node:timers/promises'

/** One command of a phase: its id, its input, and a key under which its answer is kept. */
export interface DemoCommand {
  key: string
  commandId: string
  input: object
}

/** A mutation with what is wanted back of it. */
export interface DemoMutation {
  name: string
  inputType: string
  answer: string
}

export type Answer = Record<string, unknown> & { mark: string }

interface GraphError {
  message: string
  path?: (string | number)[]
  extensions?: { code?: string; family?: string; hint?: string; value?: unknown }
}

interface Answered<Data> {
  data: Data | null
  errors: GraphError[]
  /** Whether a service that answered had not followed all marks yet. */
  stale: boolean
}

const A_DOCUMENT = 25
const AT_ONCE = 32
const MOST_TRIES = 60
const BEFORE_ANOTHER_TRY = 250
const MOST_SENDS = 5
/** Marks that go along with a command, and with a question that waits for all of them; a header holds 4,096 characters. */
const RECENT_MARKS = 20
const MARKS_AT_ONCE = 40
const ANSWER_WITHIN = 60_000
/** Another service has not heard of it yet, or is away for a moment: the same command again. */
const NOT_YET = /_UNKNOWN$|^UNAVAILABLE$|^HOST_NOT_IN_FORCE$/

/** Sends the demo's commands through the public graph, some in one document and a few documents at once; each may be sent again. */
export class GraphClient {
  private readonly marks: string[] = []

  constructor(
    private readonly gateway: string,
    private readonly authorization: () => Promise<string>,
  ) {}

  /** Carries out commands; answers by key. `done` hears how many were carried out. Fails on the first refusal that waiting does not cure. */
  async send(mutation: DemoMutation, commands: readonly DemoCommand[], done: (count: number) => void): Promise<Map<string, Answer>> {
    const answers = new Map<string, Answer>()
    const parts: DemoCommand[][] = []
    for (let at = 0; at < commands.length; at += A_DOCUMENT) parts.push(commands.slice(at, at + A_DOCUMENT))
    const next = parts.values()
    const worker = async () => {
      for (const part of next) {
        await this.sendPart(mutation, part, answers)
        done(part.length)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    return answers
  }

  /** Asks the graph; throws what it refuses. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return dataOf(await this.post<Data>(query, variables))
  }

  /** Asks until those who answer have followed every command of this client, however many. */
  async askSettled<Data>(query: string): Promise<Data> {
    const parts: string[][] = []
    for (let at = 0; at < this.marks.length; at += MARKS_AT_ONCE) parts.push(this.marks.slice(at, at + MARKS_AT_ONCE))
    for (const part of parts) await this.askAfter(query, part)
    return await this.askAfter(query, [])
  }

  /** Sends a file to a service's route. */
  async upload(path: string, body: string): Promise<unknown> {
    const headers = { 'content-type': 'text/csv', authorization: await this.authorization() }
    const response = await fetch(this.gateway + path, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return await response.json()
  }

  private async askAfter<Data>(query: string, marks: readonly string[]): Promise<Data> {
    for (let tries = 0; ; tries++) {
      const { stale, ...answer } = await this.post<Data>(query, {}, marks)
      const away = answer.errors.some(({ extensions }) => NOT_YET.test(extensions?.code ?? ''))
      if (!stale && !away) return dataOf(answer)
      if (tries > MOST_TRIES) throw new Error('the services have not followed all commands of the demo')
      if (away) await pause(BEFORE_ANOTHER_TRY)
    }
  }

  private async sendPart(mutation: DemoMutation, part: readonly DemoCommand[], answers: Map<string, Answer>): Promise<void> {
    let open = part
    for (let tries = 0; open.length > 0; tries++) {
      const { data, errors } = await this.post<Record<string, Answer | null>>(documentOf(mutation, open), variablesOf(open))
      for (const [place, command] of open.entries()) {
        const answer = data?.[`m${place}`]
        if (!answer) continue
        answers.set(command.key, answer)
        this.marks.push(answer.mark)
      }
      const final = errors.find(({ extensions }) => !NOT_YET.test(extensions?.code ?? ''))
      if (final || tries > MOST_TRIES) {
        const [error = final] = final ? [final] : errors
        throw new Error(`${mutation.name}: ${error?.message} ${JSON.stringify(error?.extensions)}`)
      }
      open = open.filter(({ key }) => !answers.has(key))
      if (open.length > 0) await pause(BEFORE_ANOTHER_TRY)
    }
  }

  /** Sends a document; one that gets no answer is sent again, since every command may be. */
  private async post<Data>(
    query: string,
    variables: object,
    marks: readonly string[] = this.marks.slice(-RECENT_MARKS),
  ): Promise<Answered<Data>> {
    for (let tries = 1; ; tries++) {
      try {
        const headers = {
          'content-type': 'application/json',
          authorization: await this.authorization(),
          'sizhang-after': marks.join(),
        }
        const signal = AbortSignal.timeout(ANSWER_WITHIN)
        const response = await fetch(`${this.gateway}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query, variables }),
          signal,
        })
        const body = (await response.json()) as { data?: Data; errors?: GraphError[]; extensions?: { stale?: boolean } }
        return { data: body.data ?? null, errors: body.errors ?? [], stale: body.extensions?.stale ?? false }
      } catch (error) {
        if (tries === MOST_SENDS) throw error
        await pause(500)
      }
    }
  }
}

function dataOf<Data>({ data, errors: [error] }: Pick<Answered<Data>, 'data' | 'errors'>): Data {
  if (error || !data) throw new Error(`${error?.message} ${JSON.stringify(error?.extensions)}`)
  return data
}

function documentOf({ name, inputType, answer }: DemoMutation, commands: readonly DemoCommand[]): string {
  const declared = commands.map((_, place) => `$c${place}: ID!, $i${place}: ${inputType}!`).join(', ')
  const fields = commands.map((_, place) => `m${place}: ${name}(commandId: $c${place}, input: $i${place}) { mark ${answer} }`).join('\n')
  return `mutation Demo(${declared}) {\n${fields}\n}`
}

function variablesOf(commands: readonly DemoCommand[]): object {
  return Object.fromEntries(
    commands.flatMap(({ commandId, input }, place) => [
      [`c${place}`, commandId],
      [`i${place}`, input],
    ]),
  )
}
