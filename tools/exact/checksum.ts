import { createHash } from 'node:crypto'

/** A checksum of many texts that does not depend on their order: what is read in another order, or in parts, comes to the same. */
export class Checksum {
  private readonly sum = Buffer.alloc(8)

  add(text: string): void {
    const digest = createHash('sha256').update(text).digest()
    for (let place = 0; place < this.sum.length; place += 1) this.sum[place] = (this.sum[place] ?? 0) ^ (digest[place] ?? 0)
  }

  toString(): string {
    return this.sum.toString('hex')
  }
}
