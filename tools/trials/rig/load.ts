import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Chance } from '../../demo/chance'
import type { City } from './city'
import { Clerk, documentOf, type Command, type Shares } from './commands'
import type { Ledger } from './ledger'

/** Where the load goes, and what it does. */
export interface LoadOptions {
  gateway: string
  authorization: () => Promise<string>
  city: City
  ledger: Ledger
  seed: string
  shares: Shares
  /** Clients at once. */
  clerks?: number
}

type Reply = { kind: 'answer'; answer: Record<string, unknown>; mark: string } | { kind: 'again' } | { kind: 'refused'; why: string }

const ANSWER_WITHIN = 15_000
/** A command that has no answer after this time is a complaint. */
const GIVE_UP_AFTER = 180_000
const BETWEEN_TRIES = 100
/** An aggregate knows its last 32 commands; of those, this many were surely told to this client. */
const KNOWN_COMMANDS = 16
/** The service is away for the moment, or has not yet heard of what the command names. */
const LATER = /^UNAVAILABLE$|_UNKNOWN$|^HOST_NOT_IN_FORCE$/

/** Clients that send commands through the gateway without a pause, each again under the same id until it has an answer. */
export class Load {
  private readonly running: Promise<void>[]
  private stopped = false
  private readonly marks: string[] = []

  constructor(private readonly options: LoadOptions) {
    const { clerks = 8, city, seed, shares } = options
    this.running = Array.from({ length: clerks }, (_, place) =>
      this.work(new Clerk(`${seed}-${place}-`, city, new Chance(`${seed}/${place}`), shares)),
    )
  }

  /** Begins no further command and waits for the answers to those that were sent. */
  async stop(): Promise<void> {
    this.stopped = true
    await Promise.all(this.running)
  }

  /** Sends accepted commands once more, some of them at random, of those that their aggregates still know: each must give the first answer. */
  async repeat(count: number, chance: Chance): Promise<void> {
    const { ledger } = this.options
    const known = ledger.latest(KNOWN_COMMANDS)
    for (let left = Math.min(count, known.length); left > 0; left--) {
      const { command, commandId, variables, mark } = chance.one(known)
      const reply = await this.send(command, commandId, variables)
      const same = reply.kind === 'answer' && reply.mark === mark
      if (!same) ledger.complain(`${command} ${commandId} repeated gave ${JSON.stringify(reply)} instead of the mark ${mark}`)
    }
  }

  private async work(clerk: Clerk): Promise<void> {
    while (!this.stopped) await this.carryOut(clerk.next())
  }

  private async carryOut({ name, variables, learn }: Command): Promise<void> {
    const { ledger } = this.options
    const commandId = randomUUID()
    const end = Date.now() + GIVE_UP_AFTER
    for (let sent = 1; Date.now() < end; sent++) {
      // A trial that failed already has nothing to learn from commands that find no answer, as those of most controls.
      if (this.stopped && ledger.complaints.length > 0) return
      const reply = await this.send(name, commandId, variables)
      if (reply.kind === 'refused') return ledger.complain(`${name} ${commandId} was refused: ${reply.why}`)
      if (reply.kind === 'answer') {
        const [topic = '', id = '', seq] = Buffer.from(reply.mark, 'base64url').toString().split(' ')
        ledger.accept({ commandId, command: name, variables, topic, id, seq: Number(seq), mark: reply.mark, sent })
        this.marks.push(reply.mark)
        learn?.(reply.answer)
        return
      }
      await pause(BETWEEN_TRIES)
    }
    ledger.complain(`${name} ${commandId} had no answer for ${GIVE_UP_AFTER / 1_000} s`)
  }

  private async send(name: string, commandId: string, input: Record<string, unknown>): Promise<Reply> {
    const { gateway, authorization, ledger } = this.options
    const headers = {
      'content-type': 'application/json',
      authorization: await authorization(),
      'sizhang-after': this.marks.slice(-20).join(),
    }
    const body = JSON.stringify({ query: documentOf(name), variables: { commandId, input } })
    try {
      const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_WITHIN) })
      const text = await response.text()
      if (response.status === 502 || response.status === 503) return { kind: 'again' }
      if (response.status !== 200) {
        ledger.complain(`${name} was answered by ${response.status}: ${text.slice(0, 300)}`)
        return { kind: 'again' }
      }
      return replyOf(name, text)
    } catch {
      return { kind: 'again' }
    }
  }
}

function replyOf(name: string, text: string): Reply {
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Record<string, Record<string, unknown> | null> | null
    errors?: { message: string; extensions?: { code?: string } }[]
  }
  const answer = data?.[name]
  if (answer) return { kind: 'answer', answer, mark: String(answer['mark']) }
  const codes = errors.map(({ extensions }) => extensions?.code ?? '')
  if (codes.length > 0 && codes.every((code) => LATER.test(code))) return { kind: 'again' }
  return { kind: 'refused', why: errors.map(({ message, extensions }) => `${extensions?.code} ${message}`).join('; ') }
}
