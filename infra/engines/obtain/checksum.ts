import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../../processes'

/** Refuses a file that is not, byte for byte, the one that was pinned. */
export async function requireSha256(file: string, wanted: string): Promise<void> {
  const found = await sha256(file)
  if (found !== wanted) {
    throw new Problem(
      `下载的文件与登记的校验和不符：${file}。请删除后重试；若仍不符，请勿使用。`,
      `${file} is not the pinned file (sha256 ${found} instead of ${wanted}). Delete it and try again; if it persists, do not use it.`,
    )
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
