/** A service's answer that is the answer as it stands: its text goes to the asker unread. */
export class PassedOn {
  private constructor(private readonly text: string) {}

  /** Undefined where there is something to read: an error, or an extension. In strings these words stand with other quotes. */
  static of(text: string): PassedOn | undefined {
    const plain = text.startsWith('{"data":{') && !text.includes('"errors":') && !text.includes('"extensions":')
    return plain ? new PassedOn(text) : undefined
  }

  /** The answer as JSON, with what else there is to say. */
  with(others: object): string {
    const members = JSON.stringify(others).slice(1, -1)
    return members ? `${this.text.slice(0, -1)},${members}}` : this.text
  }
}

/** An answer of the graph as JSON. */
export function textOf({ data, ...others }: { data?: unknown }): string {
  return data instanceof PassedOn ? data.with(others) : JSON.stringify({ ...others, data })
}
