import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'

/** What was answered, read to its end. */
export interface AnswerText {
  status: number
  text: string
}

/**
 * Sends a request and gathers the whole answer as text; fails as the connection does, or when the signal says so. Without the stream,
 * the headers and the promises that undici's `request` makes for those who want them: they took a tenth of the gateway's time.
 */
export function wholeAnswer(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions, signal?: AbortSignal): Promise<AnswerText> {
  return new Promise((resolve, reject) => dispatcher.dispatch(options, new Gathering(resolve, reject, signal)))
}

class Gathering implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = []
  private status = 0
  private onAbort: (() => void) | undefined

  constructor(
    private readonly resolve: (answer: AnswerText) => void,
    private readonly reject: (error: Error) => void,
    private readonly signal?: AbortSignal,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    const { signal } = this
    if (!signal) return
    const abort = () => controller.abort(new Error('given up', { cause: signal.reason }))
    if (signal.aborted) return abort()
    this.onAbort = abort
    signal.addEventListener('abort', abort, { once: true })
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, _headers: IncomingHttpHeaders): void {
    this.status = status
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.over()
    const [first] = this.chunks
    const bytes = this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks)
    this.resolve({ status: this.status, text: bytes.toString('utf8') })
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.over()
    this.reject(error)
  }

  private over(): void {
    if (this.onAbort) this.signal?.removeEventListener('abort', this.onAbort)
  }
}
