import { randomInt } from 'node:crypto'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { Problem } from './problem'

export const loopback = '127.0.0.1'

/** Whether nothing listens on the port of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, loopback, () => server.close(() => resolve(true)))
  })
}

// Below the ports that Linux gives to outgoing connections (from 32768): one of those may be taken between the choice and its use.
const CHOICE = { from: 20_000, to: 32_000 }

/** A port that is free now, and so is the next one: Kafka's controller takes it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(CHOICE.from, CHOICE.to)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
}

/** Whether something accepts connections there. */
export function accepts(port: number, host = loopback): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2000 })
    const answer = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => answer(true))
    socket.once('timeout', () => answer(false))
    socket.once('error', () => answer(false))
  })
}

/** Refuses a port that is taken, naming who holds it and the setting that chooses another. */
export async function requireFree(port: number, what: string, setting: string): Promise<void> {
  if (!(await isFree(port))) throw portTaken(port, what, setting, await holderOf(port))
}

/** The message for a taken port. */
export function portTaken(port: number, what: string, setting: string, holder?: string): Problem {
  return new Problem(
    `${what} 需要的端口 ${port} 已被占用${holder ? `（${holder}）` : ''}。请停止该程序，或用 ${setting} 另选端口。`,
    `Port ${port}, needed by ${what}, is taken${holder ? ` by ${holder}` : ''}. Stop that program, or choose another port with ${setting}.`,
  )
}

/** `name, pid` of the process that listens on the port, as far as /proc tells. */
async function holderOf(port: number): Promise<string | undefined> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')))
  const rows = tables
    .join('\n')
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  const inode = rows.find(([, local, , state]) => local?.endsWith(wanted) && state === '0A')?.[9]
  if (!inode) return undefined
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const sockets = await readdir(`/proc/${pid}/fd`).catch(() => [])
    const links = await Promise.all(sockets.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')))
    if (links.includes(`socket:[${inode}]`)) return `${(await readFile(`/proc/${pid}/comm`, 'utf8')).trim()}, pid ${pid}`
  }
  return undefined
}
