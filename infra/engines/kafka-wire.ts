import { connect } from 'node:net'

/**
 * The three requests of Kafka's protocol that starting and clearing up need, without a client library:
 * is it ready, which topics are there, delete these.
 */
const apiVersions = { key: 18, version: 0 }
const metadata = { key: 3, version: 1 }
const deleteTopics = { key: 20, version: 1 }

/** Whether a broker answers there. A broker opens its port early but answers only when it is ready. */
export function answersAsKafka(brokers: string): Promise<boolean> {
  return ask(brokers, apiVersions, Buffer.alloc(0), 1000).then(
    (answer) => answer.readInt16BE(0) === 0,
    () => false,
  )
}

/** Names of all topics but Kafka's own. */
export async function topicNames(brokers: string): Promise<string[]> {
  const read = new Reader(await ask(brokers, metadata, int32(-1)))
  read.list(() => [read.int32(), read.text(), read.int32(), read.text()])
  read.int32()
  const topics = read.list(() => {
    read.int16()
    const name = read.text()
    const internal = read.int8() === 1
    read.list(() => [read.int16(), read.int32(), read.int32(), read.list(() => read.int32()), read.list(() => read.int32())])
    return { name, internal }
  })
  return topics.filter(({ internal }) => !internal).map(({ name }) => name)
}

/** Deletes the topics whose names begin so. */
export async function dropTopics(brokers: string, prefix: string): Promise<void> {
  const names = (await topicNames(brokers)).filter((name) => name.startsWith(prefix))
  if (names.length === 0) return
  const body = Buffer.concat([int32(names.length), ...names.map(text), int32(20_000)])
  const read = new Reader(await ask(brokers, deleteTopics, body, 25_000))
  read.int32()
  const refused = read.list(() => ({ name: read.text(), code: read.int16() })).filter(({ code }) => code !== 0)
  if (refused.length > 0) throw new Error(`Kafka did not delete ${refused.map(({ name, code }) => `${name} (error ${code})`).join(', ')}`)
}

const int16 = (value: number) => Buffer.from([(value >> 8) & 0xff, value & 0xff])

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const text = (value: string) => Buffer.concat([int16(Buffer.byteLength(value)), Buffer.from(value)])

function ask(brokers: string, api: { key: number; version: number }, body: Buffer, timeout = 20_000): Promise<Buffer> {
  const [host = '', port] = (brokers.split(',')[0] ?? '').split(':')
  const request = Buffer.concat([int16(api.key), int16(api.version), int32(1), text('sizhang'), body])
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port ?? 9092), timeout })
    let answer = Buffer.alloc(0)
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    socket.once('connect', () => socket.write(Buffer.concat([int32(request.length), request])))
    socket.once('error', fail)
    socket.once('timeout', () => fail(new Error(`Kafka does not answer at ${brokers}`)))
    socket.once('close', () => reject(new Error(`Kafka closed the connection at ${brokers}`)))
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk])
      if (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) return
      resolve(answer.subarray(8))
      socket.destroy()
    })
  })
}

class Reader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  int8 = () => this.bytes.readInt8(this.step(1))
  int16 = () => this.bytes.readInt16BE(this.step(2))
  int32 = () => this.bytes.readInt32BE(this.step(4))

  text(): string {
    const length = this.int16()
    if (length < 0) return ''
    const from = this.step(length)
    return this.bytes.toString('utf8', from, from + length)
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.int32() }, item)
  }

  private step(length: number): number {
    const from = this.at
    this.at += length
    return from
  }
}
