import { randomBytes } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'

/** Memory-hard hashing of passwords: argon2id, 19 MiB and two passes, as OWASP advises. */
@Injectable()
export class Passwords {
  private readonly nobodys = hash(randomBytes(16))

  hash(password: string): Promise<string> {
    return hash(password)
  }

  /** Whether the password fits. Without an account it takes as long and does not: the answer's time tells nobody which accounts exist. */
  async fits(password: string, passwordHash: string | undefined): Promise<boolean> {
    const fits = await verify(passwordHash ?? (await this.nobodys), password)
    return fits && passwordHash !== undefined
  }
}
