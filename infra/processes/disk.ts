import { mkdir, statfs } from 'node:fs/promises'
import { fullDisk } from './problem'

const mebibyte = 1024 * 1024

/** Makes the folder and refuses to go on when its disk has less room than `mebibytes`. */
export async function requireRoom(folder: string, mebibytes: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / mebibyte)
  if (free < mebibytes) throw fullDisk(`${folder} (${free} MB < ${mebibytes} MB)`)
}
